import { KubernetesObject } from '../../model/KubernetesObject';
import { ResourceType, apiVersionOf } from '../../model/ResourceType';
import { FieldSet } from './FieldSet';
import { Managers, manageable, withManagers } from './Managers';
import { compareFields } from './compareFields';
import { applyConflict } from './applyConflict';
import { rulesOf } from './fieldRules';
import { fieldsOf } from './fieldsOf';
import { fieldsOfPart, managedPartOf } from './fieldsOfPart';
import { mergeFields } from './mergeFields';
import { removeFields } from './removeFields';
import { Writing, managersAfter } from './trackUpdate';

/** How an apply is done. */
export interface Applying extends Writing {
  /** Whether fields are taken from others that manage them with another value. */
  readonly force: boolean;
}

/** Manages what an object had before anybody kept count. */
const BEFORE_FIRST_APPLY = 'before-first-apply';

/**
 * The object after a server-side apply: with all that the configuration says, without what this manager said the last
 * time and nobody says any more, and with who manages what in `managedFields`.
 *
 * @param live - absent when the object does not exist yet
 * @throws StatusError 409 when others manage a field with another value
 */
export function applyFields(
  type: ResourceType,
  live: KubernetesObject | undefined,
  config: KubernetesObject,
  applying: Applying,
): KubernetesObject {
  const rules = rulesOf(type.kind);
  const self = {
    manager: applying.manager,
    operation: 'Apply' as const,
    apiVersion: apiVersionOf(type),
    ...(applying.part === 'status' && { subresource: 'status' }),
  };
  const base = live && managedPartOf(live);
  const known = knownManagers(type, live, applying);
  const fields = fieldsOfPart(
    type,
    applying.part,
    fieldsOf(config, rules, false),
  );
  const others = known.others(self);
  const wanted = Managers.of([...others, { ...self, fields }]).allFields();
  const merged = mergeFields(base, config, rules);
  const last = withBranches(known.find(self)?.fields ?? FieldSet.empty);
  const stale = last.minus(withBranches(wanted));
  const next = removeFields(merged, stale, rules) as KubernetesObject;
  const { written, removed } = compareFields(base ?? {}, next, rules);
  const touched = fieldsOfPart(type, applying.part, written);
  const conflicts = others
    .map(other => ({ other, fields: other.fields.intersect(touched) }))
    .filter(conflict => !conflict.fields.isEmpty);
  if (conflicts.length > 0 && !applying.force) {
    throw applyConflict(conflicts);
  }
  const managers = Managers.of([
    ...others.map(other => ({
      ...other,
      fields: other.fields.minus(touched).minus(removed),
    })),
    { ...self, time: applying.time, fields: manageable(fields) },
  ]);
  return withManagers(next, managers);
}

function knownManagers(
  type: ResourceType,
  live: KubernetesObject | undefined,
  { part, time }: Applying,
): Managers {
  const known = Managers.fromEntries(live?.metadata.managedFields);
  return live && known.isEmpty
    ? managersAfter(type, undefined, live, known, {
        manager: BEFORE_FIRST_APPLY,
        part,
        time,
      })
    : known;
}

/**
 * The set with the fields on the way to its members, so that a field goes when nothing in it is wanted any more. Labels
 * and annotations stay: controllers of the embedded server add some without keeping count.
 */
function withBranches(fields: FieldSet, isMetadata = false): FieldSet {
  return FieldSet.of(
    fields.isMember || !isMetadata,
    [...fields.children].map(([element, child]) => [
      element,
      isMetadata ? child : withBranches(child, element === 'f:metadata'),
    ]),
  );
}
