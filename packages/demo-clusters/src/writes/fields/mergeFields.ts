import { FieldRule, ruleOfField } from './fieldRules';
import { itemsByElement, shapeOf } from './values';

/** The live value with everything that a configuration says; what it does not mention stays. */
export function mergeFields(
  live: unknown,
  config: unknown,
  rule: FieldRule,
): unknown {
  if (config === undefined) {
    return live;
  }
  const old = shapeOf(live, rule);
  const wanted = shapeOf(config, rule);
  if (old.kind === 'map' && wanted.kind === 'map') {
    const merged = Object.entries(wanted.map).map(([field, value]) => [
      field,
      mergeFields(old.map[field], value, ruleOfField(rule, field)),
    ]);
    return { ...old.map, ...Object.fromEntries(merged) };
  }
  if (old.kind === 'items' && wanted.kind === 'items') {
    const olds = itemsByElement(old.items, old.list);
    const wants = itemsByElement(wanted.items, wanted.list);
    const isComplete = [...olds.keys()].every(element => wants.has(element));
    // Whoever names all items also says in which order they come.
    const order = isComplete
      ? wants.keys()
      : new Set([...olds.keys(), ...wants.keys()]);
    return [...order].map(element =>
      mergeFields(olds.get(element), wants.get(element), wanted.list.item),
    );
  }
  return config;
}
