import { EnvironmentWarning } from '@domaindeck/backstage-plugin-environments-common';
import { warningOf } from '../../policy';
import { PlanContext } from '../context';
import { Closure } from '../traverse';

const CLOUD =
  /^(eks\.amazonaws\.com\/role-arn|iam\.gke\.io\/gcp-service-account|azure\.workload\.identity\/client-id|pod-identity\.alibabacloud\.com\/role-name)$/;

/** What own services name and will not find, or hold in the baseline only. */
export function needTraps(
  context: PlanContext,
  closure: Closure,
): EnvironmentWarning[] {
  const accounts = closure.needed.filter(
    ({ object }) =>
      object.kind === 'ServiceAccount' &&
      Object.keys(object.metadata.annotations ?? {}).some(name =>
        CLOUD.test(name),
      ),
  );
  return [
    ...closure.missing.map(missing => missed(missing)),
    ...(closure.clusterRoles.length > 0
      ? [
          warningOf(
            'cluster-role',
            'caution',
            'Rights of the whole cluster ({roles}) are not taken along.',
            { roles: closure.clusterRoles },
          ),
        ]
      : []),
    ...accounts.map(({ by, object }) =>
      warningOf(
        'cloud-identity',
        'caution',
        'The cloud identity of the account {account} is not taken along for {services}.',
        { services: by, account: object.metadata.name },
      ),
    ),
    ...unusedOverrides(context, closure),
  ];
}

function missed(missing: Closure['missing'][number]): EnvironmentWarning {
  const custom = ![
    'ConfigMap',
    'PersistentVolumeClaim',
    'ServiceAccount',
  ].includes(missing.kind);
  return warningOf(
    custom ? 'custom-resource' : 'object-missing',
    'caution',
    custom
      ? '{kind} {name} of {services} is not taken along.'
      : 'The baseline does not have {kind} {name} of {services}.',
    { services: missing.by, kind: missing.kind, name: missing.name },
  );
}

/** Overrides of settings that no own service reads would be lost without a word. */
function unusedOverrides(
  context: PlanContext,
  closure: Closure,
): EnvironmentWarning[] {
  const read = closure.needed
    .filter(({ object }) => object.kind === 'ConfigMap')
    .map(({ object }) => object.metadata.name);
  return Object.keys(context.input.specification.configOverrides ?? {})
    .filter(name => !read.includes(name))
    .map(name =>
      warningOf(
        'override-unused',
        'block',
        'No service of yours reads {name}; they read {names}.',
        { name, names: read },
      ),
    );
}
