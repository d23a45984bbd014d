import { InputError } from '@backstage/errors';
import { Fields } from './Fields';
import { ConditionRow, OwnerReference, Row } from './rows';

/**
 * Reads what every object has.
 *
 * @throws InputError when the object has no uid or no name: no row can be kept or found again without them.
 */
export function objectMeta(kind: string, raw: unknown): Row {
  const metadata = Fields.of(raw).at('metadata');
  const namespace = metadata.text('namespace') ?? '';
  const name = metadata.text('name');
  const uid = metadata.text('uid');
  if (!uid || !name) {
    throw new InputError(
      `${kind} ${namespace}/${name ?? '?'} has no metadata.${
        name ? 'uid' : 'name'
      }; it cannot be shown until the cluster sends it`,
    );
  }
  return {
    uid,
    namespace,
    name,
    resourceVersion: metadata.text('resourceVersion') ?? '',
    createdAt: metadata.time('creationTimestamp'),
  };
}

/** The one owner that is marked as the controller; others (a ConfigMap's user, say) do not run the object. */
export function controllerOf(raw: unknown): OwnerReference | undefined {
  const owner = Fields.of(raw)
    .at('metadata')
    .list('ownerReferences')
    .find(reference => reference.flag('controller'));
  const uid = owner?.text('uid');
  return owner && uid
    ? { uid, kind: owner.text('kind') ?? '', name: owner.text('name') ?? '' }
    : undefined;
}

/**
 * Reads conditions; a status that is none of Kubernetes' three counts as Unknown.
 *
 * `Progressing` alone takes the time of its last update: its last transition is the creation of the Deployment, its last
 * update is when the rollout last moved or was finished, which is what people want to know.
 */
export function conditionsOf(status: Fields): ConditionRow[] {
  return status.list('conditions').flatMap(condition => {
    const type = condition.text('type');
    if (!type) {
      return [];
    }
    const value = condition.text('status');
    const changed = condition.time('lastTransitionTime');
    return [
      {
        type,
        status: value === 'True' || value === 'False' ? value : 'Unknown',
        reason: condition.text('reason'),
        message: condition.message('message'),
        since:
          type === 'Progressing'
            ? condition.time('lastUpdateTime') ?? changed
            : changed,
      },
    ];
  });
}
