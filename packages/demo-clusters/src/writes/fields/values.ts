import { FieldRule, KEY_DEFAULTS, ListRule } from './fieldRules';

/** An object of JSON. */
export type Fields = Readonly<Record<string, unknown>>;

/** A value as the rules see it. */
export type Shape =
  | { readonly kind: 'map'; readonly map: Fields }
  | {
      readonly kind: 'items';
      readonly items: readonly unknown[];
      readonly list: ListRule;
    }
  | { readonly kind: 'whole' };

const WHOLE: Shape = { kind: 'whole' };

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is taken apart, and how. */
export function shapeOf(value: unknown, rule: FieldRule): Shape {
  if (Array.isArray(value)) {
    return rule.list ? { kind: 'items', items: value, list: rule.list } : WHOLE;
  }
  return isFields(value) && !rule.atomic ? { kind: 'map', map: value } : WHOLE;
}

/**
 * What an item is called among its siblings: `k:{"name":"app"}`, or `v:"a"` in a list of plain values.
 *
 * @returns undefined for an item that lacks one of its keys
 */
export function elementOf(item: unknown, list: ListRule): string | undefined {
  if (list.keys.length === 0) {
    return `v:${JSON.stringify(item)}`;
  }
  const given = isFields(item) ? item : {};
  const values = list.keys.map(key => given[key] ?? KEY_DEFAULTS[key]);
  if (values.some(value => value === undefined)) {
    return undefined;
  }
  const keys = list.keys.map((key, index) => [key, values[index]]);
  return `k:${JSON.stringify(Object.fromEntries(keys.sort()))}`;
}

/** The items of a list by what they are called; of several of one name the last. */
export function itemsByElement(
  items: readonly unknown[],
  list: ListRule,
): Map<string, unknown> {
  return new Map(
    items.map((item, index) => [
      // One without a key can only have been written by a controller; its place tells it apart.
      elementOf(item, list) ?? `i:${index}`,
      item,
    ]),
  );
}
