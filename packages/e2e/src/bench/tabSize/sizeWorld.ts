import {
  ComponentRow,
  Environment,
  Workload,
  WorkloadSnapshot,
} from '@domaindeck/backstage-plugin-workloads-common';

const ENVIRONMENTS = 12;
/** Services that run in every environment, with three pods in each but the last ones. */
const SERVICES = 140;
const PODS = 5_000;

const TIERS = ['development', 'testing', 'pre-production', 'production'];

/** What the backend answers about a very large domain. */
export interface SizeWorld {
  readonly environments: readonly Environment[];
  readonly snapshot: WorkloadSnapshot;
  readonly pods: number;
}

/**
 * A domain of 140 services in 12 environments with 5,000 pods. One workload in thirty fails, one in twenty rolls out,
 * one in three runs another version than production: about as untidy as the real ones.
 *
 * @param now - milliseconds since the epoch, from which all times are counted back
 */
export function sizeWorld(now: number): SizeWorld {
  const ago = (minutes: number) =>
    new Date(now - minutes * 60_000).toISOString();
  const environments = Array.from({ length: ENVIRONMENTS }, (_, i) =>
    environmentOf(i),
  );
  let left = PODS;
  const items = environments.flatMap((environment, e) =>
    Array.from({ length: SERVICES }, (_, s) => {
      const places = (ENVIRONMENTS - e) * SERVICES - s;
      const pods = Math.min(3, Math.max(0, left - places + 1));
      left -= pods;
      return workloadOf(environment, { e, s, pods }, ago);
    }),
  );
  return {
    environments,
    pods: items.reduce((sum, item) => sum + item.pods.length, 0),
    snapshot: {
      revision: '0',
      clusters: environments.map(({ cluster, tier }) => ({
        name: cluster,
        title: cluster,
        tier,
        state: 'live',
        asOf: ago(0),
      })),
      components: Array.from({ length: SERVICES }, (_, s) => componentOf(s)),
      items,
    },
  };
}

function environmentOf(i: number): Environment {
  const cluster = `cluster-${i + 1}`;
  const tier = TIERS[Math.floor((i * TIERS.length) / ENVIRONMENTS)];
  return {
    ref: `${cluster}/metropolis`,
    cluster,
    namespace: 'metropolis',
    tier,
    kind: 'baseline',
    domainRef: 'domain:default/metropolis',
    verbs: ['view', 'events'],
  };
}

function componentOf(s: number): ComponentRow {
  const name = `service-${String(s).padStart(3, '0')}`;
  return {
    ref: `component:default/${name}`,
    name,
    systemRef: `system:default/system-${s % 9}`,
  };
}

function workloadOf(
  environment: Environment,
  place: { readonly e: number; readonly s: number; readonly pods: number },
  ago: (minutes: number) => string,
): Workload {
  const { e, s, pods } = place;
  const { ref, name, systemRef } = componentOf(s);
  const { cluster, namespace } = environment;
  const dice = (e * 31 + s * 17) % 60;
  const failed = dice < 2;
  const version = `${1 + (s % 7)}.${(s * 3) % 10}.${dice % 3}`;
  const image = `registry.example.com/metropolis/${name}:${version}`;
  const ready = failed ? pods - 1 : pods;
  return {
    id: `${cluster}/${namespace}/Deployment/${name}`,
    cluster,
    namespace,
    kind: 'Deployment',
    name,
    uid: `00000000-0000-4000-8000-${String(e * 1000 + s).padStart(12, '0')}`,
    componentRef: ref,
    systemRef,
    images: [{ container: name, image, tag: version }],
    version,
    replicas: { desired: pods, ready, updated: pods, available: ready },
    health: healthOf(failed, dice),
    problems: failed
      ? [
          {
            code: 'crash-loop',
            message: `1 of ${pods} pods keeps crashing: exit code 1`,
            detail: 'back-off 5m0s restarting failed container',
            object: `Pod/${name}-0`,
            since: ago(20),
            params: { pods: 1, total: pods, exitCode: 1 },
          },
        ]
      : [],
    restarts: failed ? 7 : 0,
    createdAt: ago(90 * 1440),
    changedAt: ago(dice * 60),
    pods: Array.from({ length: pods }, (_, p) => ({
      name: `${name}-7c9d5f8b6-${String(p).padStart(5, 'x')}`,
      uid: `00000000-0000-4000-9000-${String(e * 10000 + s * 10 + p).padStart(
        12,
        '0',
      )}`,
      phase: failed && p === 0 ? 'CrashLoopBackOff' : 'Running',
      ready: !(failed && p === 0),
      restarts: failed && p === 0 ? 7 : 0,
      node: `node-${(s + p) % 40}`,
      startedAt: ago(dice * 60),
      containers: [],
    })),
  };
}

function healthOf(failed: boolean, dice: number): Workload['health'] {
  if (failed) {
    return 'failed';
  }
  return dice < 5 ? 'progressing' : 'healthy';
}
