import { KubernetesObject } from '../../model/KubernetesObject';
import { ResourceType, apiVersionOf } from '../../model/ResourceType';
import { WritePart } from '../WritePart';
import { Manager, Managers, manageable, withManagers } from './Managers';
import { compareFields } from './compareFields';
import { rulesOf } from './fieldRules';
import { fieldsOfPart, managedPartOf } from './fieldsOfPart';

/** Who writes, to what part of an object and when. */
export interface Writing {
  readonly manager: string;
  readonly part: WritePart;
  /** As in metadata. */
  readonly time: string;
}

/**
 * The object with `managedFields` after somebody has written it otherwise than by apply: what it wrote is its own, and
 * nobody else's any more. Objects of which nobody kept count are left so, as on the real server.
 *
 * @param live - absent at a creation
 */
export function trackUpdate(
  type: ResourceType,
  live: KubernetesObject | undefined,
  next: KubernetesObject,
  writing: Writing,
): KubernetesObject {
  const known = Managers.fromEntries(live?.metadata.managedFields);
  if (live && known.isEmpty) {
    return next;
  }
  return withManagers(next, managersAfter(type, live, next, known, writing));
}

/** Who manages what once `next` has been written. */
export function managersAfter(
  type: ResourceType,
  live: KubernetesObject | undefined,
  next: KubernetesObject,
  known: Managers,
  { manager, part, time }: Writing,
): Managers {
  const { written, removed } = compareFields(
    live ? managedPartOf(live) : {},
    managedPartOf(next),
    rulesOf(type.kind),
  );
  const meant = manageable(fieldsOfPart(type, part, written));
  const lost = fieldsOfPart(type, part, removed);
  const self = {
    manager,
    operation: 'Update' as const,
    apiVersion: apiVersionOf(type),
    ...(part === 'status' && { subresource: 'status' }),
  };
  const before = known.find(self);
  const own: Manager[] =
    meant.isEmpty && before
      ? [{ ...before, fields: before.fields.minus(lost) }]
      : [
          {
            ...self,
            time,
            fields: before ? before.fields.minus(lost).union(meant) : meant,
          },
        ];
  return Managers.of([
    ...known.others(self).map(other => ({
      ...other,
      fields: other.fields.minus(meant).minus(lost),
    })),
    ...own,
  ]);
}
