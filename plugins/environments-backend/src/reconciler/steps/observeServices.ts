import { WaitReason } from '@domaindeck/backstage-plugin-environments-common';
import { Manifest } from '../../clone';
import { readiness, Readiness } from '../../lifecycle';
import { KubernetesObject, matchesSelector, objectRef } from '../../objects';
import { Work } from '../types';

/** One service as its workload and pods tell of it. */
export interface ObservedService extends Readiness {
  readonly name: string;
  readonly paused: boolean;
}

/** Looks at workloads, and at pods and events only where something is not there yet. */
export async function observeServices(
  work: Work,
  manifests: readonly Manifest[],
): Promise<ObservedService[]> {
  const { driver, environment, signal } = work;
  const workloads = await Promise.all(
    manifests.map(({ object }) =>
      driver.get(
        { ...objectRef(object), namespace: object.metadata.namespace },
        signal,
      ),
    ),
  );
  const first = workloads.map((workload, index) =>
    observe(manifests[index], workload, [], []),
  );
  if (first.every(one => ['healthy', 'suspended'].includes(one.health))) {
    return first;
  }
  const { pods, events } = await driver.waiting(environment.namespace, signal);
  return Promise.all(
    manifests.map(async (manifest, index) => {
      const workload = workloads[index];
      const own = workload ? podsOf(workload, pods) : [];
      const seen = observe(manifest, workload, own, events);
      return seen.reason?.code === 'crashing'
        ? { ...seen, reason: await withLastLine(work, own, seen.reason) }
        : seen;
    }),
  );
}

function observe(
  { object, service }: Manifest,
  workload: KubernetesObject | undefined,
  pods: readonly KubernetesObject[],
  events: readonly KubernetesObject[],
): ObservedService {
  const name = service ?? object.metadata.name;
  if (!workload) {
    return {
      name,
      paused: false,
      health: 'failed',
      desired: 0,
      ready: 0,
      reason: {
        code: 'refused',
        message: `${object.kind} ${object.metadata.name} was deleted by somebody else.`,
      },
    };
  }
  const prefix = `${object.metadata.name}-`;
  const own = events.filter(event => {
    const about = event.involvedObject as { name?: string } | undefined;
    const involved = about?.name ?? '';
    return involved === object.metadata.name || involved.startsWith(prefix);
  });
  const seen = readiness(workload, pods, own);
  return { name, paused: seen.health === 'suspended', ...seen };
}

function podsOf(
  workload: KubernetesObject,
  pods: readonly KubernetesObject[],
): KubernetesObject[] {
  const selector = workload.spec?.selector;
  return pods.filter(
    pod =>
      !pod.metadata.deletionTimestamp &&
      matchesSelector(selector, pod.metadata.labels ?? {}),
  );
}

async function withLastLine(
  { driver, environment, signal }: Work,
  pods: readonly KubernetesObject[],
  reason: WaitReason,
): Promise<WaitReason> {
  for (const pod of pods) {
    const statuses = (
      pod.status as
        | { containerStatuses?: { name: string; restartCount?: number }[] }
        | undefined
    )?.containerStatuses;
    const crashed = statuses?.find(one => (one.restartCount ?? 0) > 0);
    if (crashed) {
      const logTail = await driver.lastLine(
        environment.namespace,
        pod.metadata.name,
        crashed.name,
        signal,
      );
      return logTail ? { ...reason, logTail } : reason;
    }
  }
  return reason;
}
