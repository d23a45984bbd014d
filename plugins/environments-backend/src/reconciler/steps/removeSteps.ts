import { objectKey } from '../../objects';
import { StepRunner } from '../types';
import { removeOurs } from './removeOurs';

const LOOK_MS = 1_000;
const ROUTES = ['Ingress', 'HTTPRoute'];
/** The condition of every namespace that is going, while its content goes. */
const ORDINARY = 'NamespaceContentRemaining';

/** Removes what is ours and no longer wanted, after what replaces it runs. */
export const pruneStep: StepRunner = async work => {
  await work.guard();
  const wanted = new Set(
    work.material?.desired.map(one => objectKey(one.object)),
  );
  const given = work.environment.givenSecrets;
  const removed = await removeOurs(
    work,
    object =>
      !wanted.has(objectKey(object)) &&
      !(object.kind === 'Secret' && given.includes(object.metadata.name)),
  );
  return { state: 'done', parts: { objects: removed } };
};

/** Leads nobody any more to what is going away. */
export const closeStep: StepRunner = async work => {
  if (!(await work.guard())) {
    return { state: 'skipped' };
  }
  const removed = await removeOurs(work, object =>
    ROUTES.includes(object.kind),
  );
  return { state: 'done', parts: { objects: removed } };
};

/** Deletes the namespace and waits until the cluster holds nothing of it. Finalizers are never stripped. */
export const removeStep: StepRunner = async work => {
  const { driver, environment, signal } = work;
  const place = {
    group: '',
    version: 'v1',
    kind: 'Namespace',
    name: environment.namespace,
  };
  if (!(await work.guard())) {
    return { state: 'done' };
  }
  const namespace = await driver.get(place, signal);
  if (!namespace) {
    return { state: 'done' };
  }
  if (!namespace.metadata.deletionTimestamp) {
    await driver.remove(place, namespace.metadata.uid ?? '', signal);
  }
  const hindrances = hindrancesOf(namespace.status);
  const isHeld = hindrances.some(one => one.type !== ORDINARY);
  return {
    state: 'wait',
    afterMs: LOOK_MS,
    ...(hindrances.length > 0
      ? {
          reason: {
            code: isHeld ? 'blocked' : 'waiting',
            message: hindrances.map(one => one.message).join('\n'),
          },
        }
      : {}),
  };
};

/** What the cluster says of a namespace that does not go, word for word. */
function hindrancesOf(
  status: unknown,
): { readonly type: string; readonly message: string }[] {
  const { conditions = [] } = (status ?? {}) as {
    conditions?: { type: string; status: string; message?: string }[];
  };
  return conditions.flatMap(({ type, status: is, message }) =>
    is === 'True' && message ? [{ type, message }] : [],
  );
}
