import { Workload } from '@domaindeck/backstage-plugin-workloads-common';
import { projectNamespace } from '../projectNamespace';
import { FakeContainer, FakeNamespace, Json, NOW } from './FakeNamespace';

/** What is the matter with a pod. */
export interface Sickness {
  readonly container?: FakeContainer;
  readonly pod?: Json;
  readonly events?: readonly Json[];
}

/** The Deployment pricing with three pods, of which the first few are as told and the others are well. */
export function sickWorkload(
  { container, pod, events = [] }: Sickness,
  sick = 1,
): Workload {
  const namespace = new FakeNamespace();
  const { replicaSet } = namespace.deployment('pricing', 3, {
    status: { readyReplicas: 3 - sick, availableReplicas: 3 - sick },
  });
  const owner = { kind: 'ReplicaSet', of: replicaSet };
  for (const [index, suffix] of ['2xkqp', '8mfdt', 'q7rzn'].entries()) {
    const isSick = index < sick;
    const made = namespace.pod(
      owner,
      suffix,
      isSick ? { ready: false, ...container } : {},
      isSick ? pod : {},
    );
    for (const event of isSick ? events : []) {
      namespace.event('Pod', made, event);
    }
  }
  return projectNamespace(namespace.rows(), NOW)[0];
}
