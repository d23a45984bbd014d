import { KubernetesObject } from '../../model/KubernetesObject';
import { ResourceType, apiVersionOf } from '../../model/ResourceType';
import { StatusError } from '../StatusError';
import { FieldRule, ListRule, ruleOfField, rulesOf } from './fieldRules';
import { elementText } from './FieldSet';
import { elementOf, isFields, shapeOf } from './values';

/**
 * Whether the items of all lists of a configuration can be told apart.
 * @throws StatusError 422 for an item without a key, 500 for two of one key, as the real server has it
 */
export function checkConfiguration(
  type: ResourceType,
  config: KubernetesObject,
): void {
  const { namespace = '', name } = config.metadata;
  const trouble = troubleOf(config, rulesOf(type.kind), '');
  if (trouble?.missing !== undefined) {
    throw StatusError.invalid(
      type,
      name,
      trouble.missing,
      'FieldValueRequired',
      'Required value',
    );
  }
  if (trouble) {
    const version = type.group ? apiVersionOf(type) : `/${type.version}`;
    throw StatusError.of(
      500,
      undefined,
      `failed to create typed patch object (${namespace}/${name}; ${version}, Kind=${type.kind}): ${trouble.twice}`,
    );
  }
}

interface Trouble {
  /** The field that an item lacks. */
  readonly missing?: string;
  /** What there are two of. */
  readonly twice?: string;
}

function troubleOf(
  value: unknown,
  rule: FieldRule,
  path: string,
): Trouble | undefined {
  const shape = shapeOf(value, rule);
  if (shape.kind === 'map') {
    return firstOf(Object.entries(shape.map), ([field, child]) =>
      troubleOf(child, ruleOfField(rule, field), `${path}.${field}`),
    );
  }
  return shape.kind === 'items'
    ? troubleInList(shape.items, shape.list, path)
    : undefined;
}

function troubleInList(
  items: readonly unknown[],
  list: ListRule,
  path: string,
): Trouble | undefined {
  const seen = new Set<string>();
  return firstOf(items.entries(), ([index, item]) => {
    const element = elementOf(item, list);
    if (element === undefined) {
      const key = list.keys.find(one => !isFields(item) || !item[one]);
      return { missing: `${path.slice(1)}[${index}].${key}` };
    }
    if (seen.has(element)) {
      const text = elementText(element);
      return { twice: `${path}: duplicate entries for key ${text}` };
    }
    seen.add(element);
    return troubleOf(item, list.item, `${path}[${index}]`);
  });
}

function firstOf<T>(
  values: Iterable<T>,
  find: (value: T) => Trouble | undefined,
): Trouble | undefined {
  for (const value of values) {
    const found = find(value);
    if (found) {
      return found;
    }
  }
  return undefined;
}
