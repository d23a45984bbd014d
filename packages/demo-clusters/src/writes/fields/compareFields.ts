import { isDeepStrictEqual } from 'node:util';
import { FieldSet } from './FieldSet';
import { FieldRule, ruleOfField } from './fieldRules';
import { fieldsOf } from './fieldsOf';
import { itemsByElement, shapeOf } from './values';

/** What became of the fields of an object. */
export interface FieldChanges {
  /** Added, or with another value. */
  readonly written: FieldSet;
  readonly removed: FieldSet;
}

const NOTHING: FieldChanges = {
  written: FieldSet.empty,
  removed: FieldSet.empty,
};

/** Which fields an object gained, changed and lost; the order of items that have keys does not matter. */
export function compareFields(
  before: unknown,
  after: unknown,
  rule: FieldRule,
): FieldChanges {
  if (before === undefined || after === undefined) {
    return {
      written:
        after === undefined ? FieldSet.empty : fieldsOf(after, rule, true),
      removed:
        before === undefined ? FieldSet.empty : fieldsOf(before, rule, true),
    };
  }
  const old = shapeOf(before, rule);
  const now = shapeOf(after, rule);
  if (old.kind === 'map' && now.kind === 'map') {
    const fields = new Set([...Object.keys(old.map), ...Object.keys(now.map)]);
    return gather(
      [...fields].map(field => [
        `f:${field}`,
        compareFields(old.map[field], now.map[field], ruleOfField(rule, field)),
      ]),
    );
  }
  if (old.kind === 'items' && now.kind === 'items') {
    const olds = itemsByElement(old.items, old.list);
    const nows = itemsByElement(now.items, now.list);
    return gather(
      [...new Set([...olds.keys(), ...nows.keys()])].map(element => [
        element,
        compareItem(olds.get(element), nows.get(element), now.list.item),
      ]),
    );
  }
  return isDeepStrictEqual(before, after)
    ? NOTHING
    : { written: FieldSet.leaf, removed: FieldSet.empty };
}

/** An item that comes or goes does so itself, with whatever is in it. */
function compareItem(
  before: unknown,
  after: unknown,
  rule: FieldRule,
): FieldChanges {
  const { written, removed } = compareFields(before, after, rule);
  return {
    written: before === undefined ? FieldSet.leaf.union(written) : written,
    removed: after === undefined ? FieldSet.leaf.union(removed) : removed,
  };
}

function gather(changes: readonly [string, FieldChanges][]): FieldChanges {
  return {
    written: FieldSet.of(
      false,
      changes.map(([element, { written }]) => [element, written]),
    ),
    removed: FieldSet.of(
      false,
      changes.map(([element, { removed }]) => [element, removed]),
    ),
  };
}
