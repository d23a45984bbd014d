import { FieldSet } from './FieldSet';
import { FieldRule, ruleOfField } from './fieldRules';
import { itemsByElement, shapeOf } from './values';

/**
 * The fields that a value sets.
 *
 * @param withMaps - whether a map is set as well as what is in it, as it is when somebody adds it to an object
 */
export function fieldsOf(
  value: unknown,
  rule: FieldRule,
  withMaps: boolean,
): FieldSet {
  const shape = shapeOf(value, rule);
  switch (shape.kind) {
    case 'map': {
      const entries = Object.entries(shape.map);
      return FieldSet.of(
        withMaps || entries.length === 0,
        entries.map(([field, child]) => [
          `f:${field}`,
          fieldsOf(child, ruleOfField(rule, field), withMaps),
        ]),
      );
    }
    case 'items':
      return FieldSet.of(
        false,
        [...itemsByElement(shape.items, shape.list)].map(([element, item]) => [
          element,
          FieldSet.leaf.union(fieldsOf(item, shape.list.item, withMaps)),
        ]),
      );
    default:
      return FieldSet.leaf;
  }
}
