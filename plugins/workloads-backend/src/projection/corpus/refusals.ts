import { ago } from '../testUtils';
import { Case } from './testUtils/Case';
import { Scene } from './testUtils/Scene';

const refused = (
  scene: Scene,
  message: string,
  { there = 0, since = 5 } = {},
): void => {
  const failure = {
    type: 'ReplicaFailure',
    status: 'True',
    reason: 'FailedCreate',
    message,
    lastTransitionTime: ago(since),
  };
  const { current, deployment } = scene.deployment({
    current: [3, there],
    rollout: ['under-way', since],
    currentOver: { status: { conditions: [failure] } },
  });
  (deployment.of.status as { conditions: unknown[] }).conditions.push({
    ...failure,
    lastUpdateTime: ago(since),
  });
  scene.pods(current, there);
  scene.warn(
    'ReplicaSet',
    current.of,
    'FailedCreate',
    `Error creating: ${message}`,
    { over: { source: { component: 'replicaset-controller' } } },
  );
};

/** Pods that the API server does not let be created. */
export const refusalCases: readonly Case[] = [
  [
    'quota is used up',
    'failed quota',
    s =>
      refused(
        s,
        'pods "pricing-7c9d5f-2xkqp" is forbidden: exceeded quota: compute, requested: limits.cpu=2, used: limits.cpu=10, limited: limits.cpu=10',
      ),
  ],
  [
    'quota asks for requests that pods do not state',
    'failed quota',
    s =>
      refused(
        s,
        'pods "pricing-7c9d5f-2xkqp" is forbidden: failed quota: compute: must specify limits.cpu for: app; limits.memory for: app',
      ),
  ],
  [
    'quota is used up for the last pod',
    'failed quota',
    s =>
      refused(
        s,
        'pods "pricing-7c9d5f-2xkqp" is forbidden: exceeded quota: pods, requested: pods=1, used: pods=2, limited: pods=2',
        { there: 2 },
      ),
  ],
  [
    'a policy refuses',
    'failed admission',
    s =>
      refused(
        s,
        'admission webhook "validate.kyverno.svc-fail" denied the request: resource Pod/payments/pricing was blocked due to the following policies: require-labels',
      ),
  ],
  [
    'a policy of the API server refuses',
    'failed admission',
    s =>
      refused(
        s,
        "pods \"pricing-7c9d5f-2xkqp\" is forbidden: ValidatingAdmissionPolicy 'no-latest' with binding 'no-latest' denied request: images need a tag",
      ),
  ],
  [
    'the webhook does not answer',
    'failed admission',
    s =>
      refused(
        s,
        'Internal error occurred: failed calling webhook "inject.istio.io": failed to call webhook: Post "https://istiod.istio-system.svc:443/inject?timeout=10s": no endpoints available for service "istiod"',
      ),
  ],
  [
    'pod security refuses',
    'failed admission',
    s =>
      refused(
        s,
        'pods "pricing-7c9d5f-2xkqp" is forbidden: violates PodSecurity "restricted:latest": allowPrivilegeEscalation != false (container "app" must set securityContext.allowPrivilegeEscalation=false)',
      ),
  ],
  [
    'the service account is missing',
    'failed config-missing',
    s =>
      refused(
        s,
        'pods "pricing-7c9d5f-" is forbidden: error looking up service account payments-prod/pricing: serviceaccount "pricing" not found',
      ),
  ],
  [
    'limits above the bounds',
    'failed admission',
    s =>
      refused(
        s,
        'pods "pricing-7c9d5f-2xkqp" is forbidden: [maximum cpu usage per Container is 1, but limit is 2]',
      ),
  ],
  [
    'the priority class is missing',
    'failed admission',
    s =>
      refused(
        s,
        'pods "pricing-7c9d5f-" is forbidden: no PriorityClass with name urgent was found',
      ),
  ],
  [
    'a release without replicas was refused once',
    'healthy',
    s => {
      const { current, old } = s.deployment();
      s.pods(current, 3);
      Object.assign(old.of.status as object, {
        conditions: [
          {
            type: 'ReplicaFailure',
            status: 'True',
            reason: 'FailedCreate',
            message: 'exceeded quota: compute',
            lastTransitionTime: ago(900),
          },
        ],
      });
    },
  ],
  [
    'a refusal that is over',
    'healthy',
    s => {
      const { current } = s.deployment();
      s.pods(current, 3);
      s.warn(
        'ReplicaSet',
        current.of,
        'FailedCreate',
        'Error creating: pods "pricing-7c9d5f-2xkqp" is forbidden: exceeded quota: pods, requested: pods=1, used: pods=2, limited: pods=2',
        { first: 50, last: 40 },
      );
    },
  ],
];
