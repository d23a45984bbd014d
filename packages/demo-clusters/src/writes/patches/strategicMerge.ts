import { isDeepStrictEqual } from 'node:util';
import { FieldRule, ListRule, ruleOfField } from '../fields/fieldRules';
import { Fields, isFields, shapeOf } from '../fields/values';

const PATCH = '$patch';
const RETAIN_KEYS = '$retainKeys';
const ORDER = '$setElementOrder/';
const DELETE_VALUES = '$deleteFromPrimitiveList/';

/**
 * Applies a strategic merge patch: as a JSON merge patch, but lists that have keys merge item by item. Items and maps
 * may carry `$patch: delete` or `replace`; `$retainKeys`, `$setElementOrder/x` and `$deleteFromPrimitiveList/x` work as
 * kubectl sends them.
 */
export function strategicMerge(
  target: unknown,
  patch: unknown,
  rule: FieldRule,
): unknown {
  if (!isFields(patch)) {
    return patch;
  }
  const { [PATCH]: directive, [RETAIN_KEYS]: retained, ...fields } = patch;
  if (directive === 'replace') {
    return fields;
  }
  const result: Record<string, unknown> = isFields(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(fields)) {
    const [marker, field] = splitMarker(key);
    if (marker !== undefined) {
      continue;
    }
    if (value === null || (isFields(value) && value[PATCH] === 'delete')) {
      delete result[field];
    } else {
      const below = ruleOfField(rule, field);
      result[field] = Array.isArray(value)
        ? mergeList(result[field], value, below)
        : strategicMerge(result[field], value, below);
    }
  }
  applyMarkers(result, fields, rule);
  return Array.isArray(retained) ? pick(result, retained) : result;
}

function splitMarker(key: string): [string | undefined, string] {
  const marker = [ORDER, DELETE_VALUES].find(prefix => key.startsWith(prefix));
  return [marker, marker ? key.slice(marker.length) : key];
}

function mergeList(
  target: unknown,
  patch: readonly unknown[],
  rule: FieldRule,
): unknown[] {
  const shape = shapeOf(target ?? [], rule);
  const isReplaced = patch.some(item => directiveOf(item) === 'replace');
  const wanted = patch.filter(item => directiveOf(item) !== 'replace');
  if (shape.kind !== 'items' || isReplaced) {
    return wanted;
  }
  const { list } = shape;
  let result = [...shape.items];
  for (const item of wanted) {
    const isSame = (other: unknown) =>
      nameOf(other, list) === nameOf(item, list);
    const index = result.findIndex(isSame);
    if (directiveOf(item) === 'delete') {
      result = result.filter(other => !isSame(other));
    } else if (index < 0) {
      result.push(strategicMerge(undefined, item, list.item));
    } else {
      result[index] = strategicMerge(result[index], item, list.item);
    }
  }
  return result;
}

/** Lists of values are sets; others are told apart by the first of their keys alone. */
function nameOf(item: unknown, { keys }: ListRule): unknown {
  return keys.length > 0 && isFields(item) ? item[keys[0]] : item;
}

function directiveOf(item: unknown): unknown {
  return isFields(item) ? item[PATCH] : undefined;
}

function applyMarkers(
  result: Record<string, unknown>,
  patch: Fields,
  rule: FieldRule,
): void {
  for (const [key, value] of Object.entries(patch)) {
    const [marker, field] = splitMarker(key);
    const items = result[field];
    if (
      marker === undefined ||
      !Array.isArray(value) ||
      !Array.isArray(items)
    ) {
      continue;
    }
    if (marker === DELETE_VALUES) {
      result[field] = items.filter(item => !value.includes(item));
      continue;
    }
    const { list } = ruleOfField(rule, field);
    const place = (item: unknown) =>
      list
        ? value.findIndex(other =>
            isDeepStrictEqual(nameOf(other, list), nameOf(item, list)),
          )
        : -1;
    const known = items.filter(item => place(item) >= 0);
    known.sort((a, b) => place(a) - place(b));
    // Those that the order does not name keep their places.
    result[field] = items.map(item =>
      place(item) >= 0 ? known.shift() : item,
    );
  }
}

function pick(fields: Fields, names: readonly unknown[]): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([name]) => names.includes(name)),
  );
}
