import { readiness, sleepChange, sleepRefusal } from '../../lifecycle';
import { KubernetesObject, objectRef } from '../../objects';
import { StoppedError } from '../errors';
import { StepOutcome, StepRunner, Work } from '../types';
import { manifestsOf } from './applyManifests';
import { isOurs, removeOurs } from './removeOurs';

const LOOK_MS = 1_000;
const WORKLOADS = ['Deployment', 'StatefulSet', 'DaemonSet', 'CronJob'];

/** Puts the services to sleep; before a deletion it removes them. */
export const stopStep: StepRunner = async work => {
  if (!(await work.guard())) {
    return { state: 'skipped' };
  }
  return work.environment.operation === 'delete'
    ? removeWorkloads(work)
    : sleep(work);
};

async function removeWorkloads(work: Work): Promise<StepOutcome> {
  const removed = await removeOurs(work, object =>
    WORKLOADS.includes(object.kind),
  );
  return { state: 'done', parts: { services: removed } };
}

/** Callers first, so that nobody calls what sleeps already. */
async function sleep(work: Work): Promise<StepOutcome> {
  const planned = manifestsOf(work, 'start').map(one => one.object);
  const order = [...(work.material?.waves ?? [])].reverse().flat();
  const sorted = [...planned].sort(
    (one, other) =>
      order.indexOf(one.metadata.name) - order.indexOf(other.metadata.name),
  );
  const left: KubernetesObject[] = [];
  for (const object of sorted) {
    const place = {
      ...objectRef(object),
      namespace: object.metadata.namespace,
    };
    const live = await work.driver.get(place, work.signal);
    if (!live || !isOurs(live, work)) {
      continue;
    }
    const keeper = sleepRefusal(live);
    if (keeper) {
      throw new StoppedError(
        {
          code: 'refused',
          message: `${object.metadata.name} is kept by ${
            keeper === 'flux' ? 'Flux' : 'Argo CD'
          }, which would wake it at once.`,
        },
        object.metadata.name,
      );
    }
    const change = sleepChange(live);
    left.push(
      change
        ? await work.driver.patchWorkload(place, change, work.signal)
        : live,
    );
  }
  const awake = left.filter(one => !isStopped(one));
  return awake.length === 0
    ? {
        state: 'done',
        parts: { services: left.length },
        fields: { seen: asleep(work) },
      }
    : {
        state: 'wait',
        afterMs: LOOK_MS,
        parts: { services: awake.map(one => one.metadata.name) },
      };
}

function isStopped(workload: KubernetesObject): boolean {
  const status = workload.status as { replicas?: number } | undefined;
  return (
    readiness(workload, []).health === 'suspended' &&
    (status?.replicas ?? 0) === 0
  );
}

function asleep({ environment }: Work) {
  return {
    ...environment.seen,
    services: environment.seen.services.map(service => {
      const { reason: _former, ...rest } = service;
      return service.own
        ? ({ ...rest, ready: 0, health: 'suspended' } as const)
        : service;
    }),
  };
}
