import { FieldSet } from './FieldSet';
import { FieldRule, ruleOfField } from './fieldRules';
import { elementOf, shapeOf } from './values';

/** The value without the fields of a set, each with all that is in it; undefined when nothing is left. */
export function removeFields(
  value: unknown,
  fields: FieldSet,
  rule: FieldRule,
): unknown {
  const shape = shapeOf(value, rule);
  if (fields.isEmpty || shape.kind === 'whole') {
    return value;
  }
  if (shape.kind === 'map') {
    const kept = Object.entries(shape.map).flatMap(([field, child]) => {
      const set = fields.child(`f:${field}`);
      const rest = set.isMember
        ? undefined
        : removeFields(child, set, ruleOfField(rule, field));
      return rest === undefined ? [] : [[field, rest] as const];
    });
    return kept.length > 0 ? Object.fromEntries(kept) : undefined;
  }
  const kept = shape.items.flatMap(item => {
    const set = fields.child(elementOf(item, shape.list) ?? '');
    const rest = set.isMember
      ? undefined
      : removeFields(item, set, shape.list.item);
    return rest === undefined ? [] : [rest];
  });
  return kept.length > 0 ? kept : undefined;
}
