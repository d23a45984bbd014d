import { KubernetesObject } from '../../model/KubernetesObject';
import { hashOf, seededRandom, timestamp } from '../../store/identity';
import { Judgement, judged } from '../conditions';
import { ControllerContext } from '../ControllerContext';
import { Condition, ReplicatedWorkload } from '../objects';

const EVERY_MS = 60_000;
/** The real controller does nothing while the use is within a tenth of the target; the demo stays within it. */
const SWING = 0.08;
const DEFAULT_TARGET = 80;

interface Autoscaler extends KubernetesObject {
  spec: {
    scaleTargetRef: { apiVersion: string; kind: string; name: string };
    minReplicas?: number;
    maxReplicas: number;
    metrics?: readonly {
      resource?: { name: string; target: { averageUtilization?: number } };
    }[];
  };
  status?: {
    conditions?: readonly Condition[];
    lastScaleTime?: string;
    currentMetrics?: unknown;
  };
}

/** Keeps a workload within its bounds and reports a load that swings around the target. */
export function reconcileAutoscaler(
  context: ControllerContext,
  autoscaler: Autoscaler,
): void {
  const { scaleTargetRef, minReplicas = 1, maxReplicas } = autoscaler.spec;
  const target = context.get<ReplicatedWorkload>(
    scaleTargetRef.apiVersion,
    scaleTargetRef.kind,
    autoscaler.metadata.namespace,
    scaleTargetRef.name,
  );
  // What the load was before anybody looked is of no use; one look before is enough to have a status.
  context.wakeAt(
    autoscaler,
    Math.max(
      (Math.floor(context.now / EVERY_MS) + 1) * EVERY_MS,
      context.visibleFrom - EVERY_MS,
    ),
  );
  if (!target) {
    return;
  }
  const { replicas } = target.spec;
  const desired = Math.min(maxReplicas, Math.max(minReplicas, replicas));
  if (desired !== replicas) {
    scaleTarget(context, autoscaler, target, desired);
  }
  const metric = autoscaler.spec.metrics?.[0]?.resource;
  const goal = metric?.target.averageUtilization ?? DEFAULT_TARGET;
  const minute = Math.floor(context.now / EVERY_MS);
  const swing = seededRandom(hashOf(`${autoscaler.metadata.uid}/${minute}`))();
  const use = Math.round(goal * (1 - SWING + 2 * SWING * swing));
  const previous = autoscaler.status?.conditions;
  context.update({
    ...autoscaler,
    status: {
      observedGeneration: 1,
      lastScaleTime:
        desired !== replicas
          ? timestamp(context.now)
          : autoscaler.status?.lastScaleTime ??
            target.metadata.creationTimestamp,
      currentReplicas: Number(target.status.replicas ?? 0),
      desiredReplicas: desired,
      currentMetrics: [
        {
          type: 'Resource',
          resource: {
            name: metric?.name ?? 'cpu',
            current: { averageUtilization: use, averageValue: `${use * 2}m` },
          },
        },
      ],
      conditions: judgements(desired).map(judgement =>
        judged(previous, judgement, context.now),
      ),
    },
  });
}

function judgements(desired: number): Judgement[] {
  return [
    {
      type: 'AbleToScale',
      status: 'True',
      reason: 'ReadyForNewScale',
      message: 'recommended size matches current size',
    },
    {
      type: 'ScalingActive',
      status: desired > 0 ? 'True' : 'False',
      reason: desired > 0 ? 'ValidMetricFound' : 'ScalingDisabled',
      message:
        'the HPA was able to successfully calculate a replica count from cpu resource utilization (percentage of request)',
    },
    {
      type: 'ScalingLimited',
      status: 'False',
      reason: 'DesiredWithinRange',
      message: 'the desired count is within the acceptable range',
    },
  ];
}

function scaleTarget(
  context: ControllerContext,
  autoscaler: Autoscaler,
  target: ReplicatedWorkload,
  desired: number,
): void {
  context.update({
    ...target,
    metadata: {
      ...target.metadata,
      generation: (target.metadata.generation ?? 0) + 1,
    },
    spec: { ...target.spec, replicas: desired },
  });
  context.tell(autoscaler, {
    type: 'Normal',
    reason: 'SuccessfulRescale',
    message: `New size: ${desired}; reason: Current number of replicas out of bounds`,
    source: 'horizontal-pod-autoscaler',
  });
}
