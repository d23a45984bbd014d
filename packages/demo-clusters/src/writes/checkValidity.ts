import { isDeepStrictEqual } from 'node:util';
import { KubernetesObject } from '../model/KubernetesObject';
import { ResourceType } from '../model/ResourceType';
import { StatusError } from './StatusError';
import { AskingContainer, amountsOf, containersOf } from './admission/amounts';

type Refuse = (field: string, reason: string, message: string) => void;

type Fields = Readonly<Record<string, unknown>>;

const WORKLOADS = ['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet'];

/** What may change of a StatefulSet. */
const CHANGEABLE = [
  'replicas',
  'ordinals',
  'template',
  'updateStrategy',
  'revisionHistoryLimit',
  'persistentVolumeClaimRetentionPolicy',
  'minReadySeconds',
];

/**
 * The validation that environments run into; the rest is left to the real server.
 *
 * @param old - absent at a creation
 * @throws StatusError 422
 */
export function checkValidity(
  type: ResourceType,
  object: KubernetesObject,
  old?: KubernetesObject,
): void {
  const spec = (object.spec ?? {}) as Fields;
  const before = old?.spec as Fields | undefined;
  const refuse: Refuse = (field, reason, message) => {
    throw StatusError.invalid(
      type,
      object.metadata.name,
      field,
      reason,
      message,
    );
  };
  if (type.kind === 'Service') {
    if (spec.type === 'ExternalName' && !spec.externalName) {
      refuse('spec.externalName', 'FieldValueRequired', 'Required value');
    }
  }
  if (type.kind === 'Pod' && !old) {
    checkRequests(object, refuse);
  }
  if (!WORKLOADS.includes(type.kind)) {
    return;
  }
  const { matchLabels = {} } = (spec.selector ?? {}) as {
    matchLabels?: Fields;
  };
  const { metadata } = (spec.template ?? {}) as { metadata?: Fields };
  const labels = (metadata?.labels ?? {}) as Fields;
  const misses = Object.entries(matchLabels).some(
    ([label, value]) => labels[label] !== value,
  );
  if (misses) {
    refuse(
      'spec.template.metadata.labels',
      'FieldValueInvalid',
      `Invalid value: ${JSON.stringify(
        labels,
      )}: \`selector\` does not match template \`labels\``,
    );
  }
  if (!before) {
    return;
  }
  if (type.kind === 'StatefulSet') {
    const fixed = ({ ...fields }: Fields) =>
      Object.entries(fields).filter(([name]) => !CHANGEABLE.includes(name));
    if (!isDeepStrictEqual(new Map(fixed(spec)), new Map(fixed(before)))) {
      const named = CHANGEABLE.map(name => `'${name}'`);
      const list = `${named.slice(0, -1).join(', ')} and ${
        named[named.length - 1]
      }`;
      refuse(
        'spec',
        'FieldValueForbidden',
        `Forbidden: updates to statefulset spec for fields other than ${list} are forbidden`,
      );
    }
  } else if (!isDeepStrictEqual(spec.selector, before.selector)) {
    refuse(
      'spec.selector',
      'FieldValueInvalid',
      `Invalid value: ${JSON.stringify(spec.selector)}: field is immutable`,
    );
  }
}

function checkRequests(pod: KubernetesObject, refuse: Refuse): void {
  const { containers, initContainers = [] } = containersOf(pod);
  const check = (list: readonly AskingContainer[], field: string) =>
    list.forEach(({ resources }, index) => {
      const limits = amountsOf(resources?.limits);
      const requests = Object.entries(amountsOf(resources?.requests));
      for (const [name, request] of requests) {
        if (limits[name] && request.exceeds(limits[name])) {
          refuse(
            `spec.${field}[${index}].resources.requests`,
            'FieldValueInvalid',
            `Invalid value: "${request}": must be less than or equal to ${name} limit of ${limits[name]}`,
          );
        }
      }
    });
  check(containers, 'containers');
  check(initContainers, 'initContainers');
}
