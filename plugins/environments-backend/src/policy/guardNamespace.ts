import {
  LABEL_ROLE,
  MANAGED_BY,
} from '@domaindeck/backstage-plugin-environments-common';
import { LABEL_ENVIRONMENT_ID } from '@domaindeck/backstage-plugin-workloads-common';
import { KubernetesObject } from '../objects';

/** Why a namespace is not touched. */
export type GuardRefusal =
  | 'self-service-off'
  | 'is-baseline'
  | 'not-ours'
  | 'other-environment'
  | 'other-uid'
  | 'other-name';

/**
 * The last check before a namespace is written to or deleted; undefined when it may be. Every part must hold: a mistake
 * in one of them must not cost a baseline.
 */
export function guardNamespace(input: {
  readonly namespace: KubernetesObject;
  readonly environment: {
    readonly id: string;
    readonly namespace: string;
    /** As it was when we made it; undefined only before that. */
    readonly namespaceUid?: string;
  };
  readonly selfService: boolean;
  /** Namespaces that are baselines in this cluster, by config or label. */
  readonly baselines: readonly string[];
}): GuardRefusal | undefined {
  const { namespace, environment } = input;
  const { name, uid, labels = {} } = namespace.metadata;
  if (!input.selfService) {
    return 'self-service-off';
  }
  if (input.baselines.includes(name) || labels[LABEL_ROLE] === 'baseline') {
    return 'is-baseline';
  }
  if (name !== environment.namespace) {
    return 'other-name';
  }
  if (
    labels['app.kubernetes.io/managed-by'] !== MANAGED_BY ||
    !labels[LABEL_ENVIRONMENT_ID]
  ) {
    return 'not-ours';
  }
  if (labels[LABEL_ENVIRONMENT_ID] !== environment.id) {
    return 'other-environment';
  }
  return environment.namespaceUid !== undefined &&
    environment.namespaceUid !== uid
    ? 'other-uid'
    : undefined;
}
