import { BASELINE_KINDS, BaselineKind } from '../../clone';
import { DriverError } from '../DriverError';

const core = { group: '', version: 'v1' };

/** The kinds of a namespace that are applied: what a baseline has, and its limits. */
export const NAMESPACED_KINDS: readonly BaselineKind[] = [
  ...BASELINE_KINDS,
  { ...core, kind: 'ResourceQuota', resource: 'resourcequotas' },
  { ...core, kind: 'LimitRange', resource: 'limitranges' },
];

/** The only kind of an environment that lies in no namespace. */
export const NAMESPACE_KIND: BaselineKind = {
  ...core,
  kind: 'Namespace',
  resource: 'namespaces',
};

/** Every kind that the driver writes. */
export const APPLIED_KINDS: readonly BaselineKind[] = [
  ...NAMESPACED_KINDS,
  NAMESPACE_KIND,
];

/**
 * Finds a kind by its group and name; the version of its group follows from it.
 *
 * @throws DriverError 400 for a kind that environments are not made of
 */
export function kindOf(group: string, kind: string): BaselineKind {
  const found = APPLIED_KINDS.find(
    one => one.group === group && one.kind === kind,
  );
  if (!found) {
    throw new DriverError({
      status: 400,
      reason: 'BadRequest',
      message: `Environments are not made of objects of the kind ${kind}${
        group && ` of ${group}`
      }.`,
    });
  }
  return found;
}

/** The `apiVersion` of objects of a kind. */
export function apiVersionOf(kind: BaselineKind): string {
  return kind.group ? `${kind.group}/${kind.version}` : kind.version;
}
