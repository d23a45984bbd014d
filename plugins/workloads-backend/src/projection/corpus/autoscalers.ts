import { ago, Json } from '../testUtils';
import { Case } from './testUtils/Case';
import { Scene } from './testUtils/Scene';

const able: Json = {
  type: 'AbleToScale',
  status: 'True',
  reason: 'ReadyForNewScale',
  lastTransitionTime: ago(900),
};

const active: Json = {
  type: 'ScalingActive',
  status: 'True',
  reason: 'ValidMetricFound',
  lastTransitionTime: ago(900),
};

const within: Json = {
  type: 'ScalingLimited',
  status: 'False',
  reason: 'DesiredWithinRange',
  lastTransitionTime: ago(900),
};

const scaled = (
  s: Scene,
  conditions: readonly Json[],
  count = 3,
  max = 10,
): void => {
  s.pods(s.deployment({ current: [count] }).current, count);
  s.autoscaler(conditions, { current: count, max });
};

/** What an autoscaler of a Deployment says. */
export const autoscalerCases: readonly Case[] = [
  ['it scales as it should', 'healthy', s => scaled(s, [able, active, within])],
  [
    'at its maximum and wants more',
    'healthy autoscaler-limit',
    s =>
      scaled(
        s,
        [
          able,
          active,
          {
            type: 'ScalingLimited',
            status: 'True',
            reason: 'TooManyReplicas',
            message:
              'the desired replica count is more than the maximum replica count',
            lastTransitionTime: ago(20),
          },
        ],
        3,
        3,
      ),
  ],
  [
    'at its minimum',
    'healthy',
    s =>
      scaled(s, [
        able,
        active,
        {
          type: 'ScalingLimited',
          status: 'True',
          reason: 'TooFewReplicas',
          message:
            'the desired replica count is less than the minimum replica count',
          lastTransitionTime: ago(900),
        },
      ]),
  ],
  [
    'held back by its own pace',
    'healthy',
    s =>
      scaled(s, [
        able,
        active,
        {
          type: 'ScalingLimited',
          status: 'True',
          reason: 'ScaleUpLimit',
          message:
            'the desired replica count is increasing faster than the maximum scale rate',
          lastTransitionTime: ago(2),
        },
      ]),
  ],
  [
    'it gets no metrics',
    'healthy autoscaler-blind',
    s =>
      scaled(s, [
        able,
        {
          type: 'ScalingActive',
          status: 'False',
          reason: 'FailedGetResourceMetric',
          message:
            'the HPA was unable to compute the replica count: failed to get cpu utilization: unable to get metrics for resource cpu: no metrics returned from resource metrics API',
          lastTransitionTime: ago(15),
        },
        within,
      ]),
  ],
  [
    'it gets no metrics for seconds',
    'healthy',
    s =>
      scaled(s, [
        able,
        {
          type: 'ScalingActive',
          status: 'False',
          reason: 'FailedGetResourceMetric',
          lastTransitionTime: ago(0.5),
        },
      ]),
  ],
  [
    'its selector is not valid',
    'healthy autoscaler-blind',
    s =>
      scaled(s, [
        able,
        {
          type: 'ScalingActive',
          status: 'False',
          reason: 'InvalidSelector',
          lastTransitionTime: ago(15),
        },
      ]),
  ],
  [
    'it cannot read the scale',
    'healthy autoscaler-blind',
    s =>
      scaled(s, [
        {
          type: 'AbleToScale',
          status: 'False',
          reason: 'FailedGetScale',
          message:
            "the HPA controller was unable to get the target's current scale",
          lastTransitionTime: ago(15),
        },
      ]),
  ],
  [
    'two autoscalers want the same pods',
    'healthy autoscaler-blind',
    s =>
      scaled(s, [
        able,
        {
          type: 'ScalingActive',
          status: 'False',
          reason: 'AmbiguousSelector',
          message:
            'pods by selector app=pricing are controlled by multiple HPAs',
          lastTransitionTime: ago(15),
        },
      ]),
  ],
  [
    'its target was scaled to zero',
    'suspended',
    s => {
      s.deployment({ current: [0] });
      s.autoscaler(
        [
          able,
          {
            type: 'ScalingActive',
            status: 'False',
            reason: 'ScalingDisabled',
            message:
              'scaling is disabled since the replica count of the target is zero',
            lastTransitionTime: ago(900),
          },
        ],
        { current: 0 },
      );
    },
  ],
  [
    'it is for another workload',
    'healthy',
    s => {
      s.pods(s.deployment().current, 3);
      s.autoscaler(
        [
          {
            type: 'ScalingActive',
            status: 'False',
            reason: 'FailedGetResourceMetric',
            lastTransitionTime: ago(15),
          },
        ],
        { kind: 'StatefulSet' },
      );
    },
  ],
  [
    'new, without a status',
    'healthy',
    s => {
      s.pods(s.deployment().current, 3);
      s.put('horizontalpodautoscalers', 'pricing', {
        spec: {
          maxReplicas: 3,
          scaleTargetRef: { kind: 'Deployment', name: 'pricing' },
        },
        status: { conditions: null, currentMetrics: null, desiredReplicas: 0 },
      });
    },
  ],
];
