import {
  ClusterStatus,
  Environment,
  Workload,
} from '@domaindeck/backstage-plugin-workloads-common';
import { anEnvironment, aWorkload } from './builders';
import { InMemoryWorld } from './InMemoryWorkloadsApi';

const HOUR = 60;
const DAY = 24 * HOUR;

interface Line {
  readonly name: string;
  readonly system: string;
  /** Version, ready, desired and minutes since the last change, by environment; nothing where it does not run. */
  readonly runs: readonly ([string, number, number, number] | undefined)[];
}

const CLUSTERS = ['dev-1', 'test-1', 'pre-1', 'prod-sh', 'partner-kl'];
const TIERS = [
  'development',
  'testing',
  'pre-production',
  'production',
  'partner',
];
const SUFFIXES = ['dev', 'test', 'pre', 'prod', 'partner'];

const LINES: readonly Line[] = [
  {
    name: 'pricing',
    system: 'checkout',
    runs: [
      ['5.3.0', 2, 2, 4 * HOUR],
      ['5.2.1', 2, 2, DAY],
      ['5.2.1', 2, 2, DAY],
      ['5.2.1', 2, 3, 25],
      ['5.2.0', 2, 2, 9 * DAY],
    ],
  },
  {
    name: 'risk',
    system: 'checkout',
    runs: [
      ['3.1.0', 1, 1, 35],
      ['3.1.0-rc.2', 1, 2, 50],
      ['3.0.0', 2, 2, 12 * DAY],
      ['3.0.0', 4, 4, 12 * DAY],
      ['3.0.0', 2, 2, 12 * DAY],
    ],
  },
  {
    name: 'gateway',
    system: 'edge',
    runs: [
      ['2.15.0', 2, 2, 3 * HOUR],
      ['2.14.0', 2, 2, 2 * DAY],
      ['2.14.0', 2, 2, 2 * DAY],
      ['2.14.0', 6, 6, 2 * DAY],
      ['2.13.2', 3, 3, 16 * DAY],
    ],
  },
  {
    name: 'ledger',
    system: 'books',
    runs: [
      ['1.10.0-rc.2', 1, 3, 2],
      ['1.9.4', 2, 2, 5 * DAY],
      ['1.9.4', 2, 2, 5 * DAY],
      ['1.9.4', 4, 4, 5 * DAY],
      ['1.9.4', 2, 2, 5 * DAY],
    ],
  },
  {
    name: 'notifier',
    system: 'edge',
    runs: [
      ['3.2.0', 1, 1, 8 * DAY],
      ['3.2.0', 1, 1, 8 * DAY],
      ['3.2.0', 1, 1, 8 * DAY],
      ['3.2.0', 3, 3, 7 * DAY],
      ['3.2.0', 1, 1, 7 * DAY],
    ],
  },
  {
    name: 'orders',
    system: 'checkout',
    runs: [
      ['7.8.0', 2, 2, HOUR],
      ['7.7.0', 2, 2, 6 * HOUR],
      ['7.6.3', 2, 2, 3 * DAY],
      ['7.6.3', 8, 8, 3 * DAY],
      ['7.6.3', 2, 2, 3 * DAY],
    ],
  },
  {
    name: 'refunds',
    system: 'books',
    runs: [
      ['4.4.0', 1, 1, 20 * DAY],
      ['4.4.0', 1, 1, 20 * DAY],
      ['4.4.0', 1, 1, 20 * DAY],
      ['4.4.0', 2, 2, 19 * DAY],
      undefined,
    ],
  },
  {
    name: 'settlement',
    system: 'books',
    runs: [
      ['1.1.0', 0, 0, 31 * DAY],
      ['1.1.0', 1, 1, 31 * DAY],
      ['1.1.0', 1, 1, 31 * DAY],
      ['1.1.0', 2, 2, 30 * DAY],
      undefined,
    ],
  },
];

/**
 * The payments domain of the demo company, with its troubles: pricing runs out of memory in production, the image of risk
 * cannot be pulled in testing, ledger rolls out in development, settlement is suspended there.
 *
 * @param now - Milliseconds since the epoch; all times are counted back from it.
 * @public
 */
export function paymentsWorld(now: number): InMemoryWorld & {
  clusters: ClusterStatus[];
  environments: Environment[];
  workloads: Workload[];
} {
  const ago = (minutes: number) =>
    new Date(now - minutes * 60_000).toISOString();
  return {
    clusters: CLUSTERS.map((name, i) => ({
      name,
      title: name,
      tier: TIERS[i],
      state: 'live',
      asOf: ago(0),
    })),
    environments: CLUSTERS.map((cluster, i) =>
      anEnvironment({
        cluster,
        tier: TIERS[i],
        namespace: `payments-${SUFFIXES[i]}`,
      }),
    ),
    components: LINES.map(({ name, system }) => ({
      ref: `component:default/${name}`,
      name,
      systemRef: `system:default/${system}`,
    })),
    workloads: LINES.flatMap(line =>
      line.runs.flatMap((run, i) =>
        run ? [workloadOf(line, i, run, ago)] : [],
      ),
    ),
  };
}

function workloadOf(
  line: Line,
  at: number,
  run: readonly [string, number, number, number],
  ago: (minutes: number) => string,
): Workload {
  const [version, ready, desired, minutes] = run;
  const { name, system } = line;
  return aWorkload({
    cluster: CLUSTERS[at],
    namespace: `payments-${SUFFIXES[at]}`,
    kind: name === 'settlement' ? 'CronJob' : 'Deployment',
    name,
    componentRef: `component:default/${name}`,
    systemRef: `system:default/${system}`,
    version,
    replicas: { desired, ready, updated: ready, available: ready },
    createdAt: ago(90 * DAY),
    changedAt: ago(minutes),
    ...troubleOf(`${name} ${CLUSTERS[at]}`, ago),
  });
}

function troubleOf(
  what: string,
  ago: (minutes: number) => string,
): Partial<Workload> {
  switch (what) {
    case 'pricing prod-sh':
      return {
        health: 'failed',
        reason: 'Out of memory, restarting',
        restarts: 6,
        problems: [
          {
            code: 'out-of-memory',
            message:
              '1 of 3 pods keeps crashing: out of memory at its 512 MiB limit',
            detail: 'OOMKilled, exit code 137',
            object: 'Pod/pricing-7c9d5f-x2kqp',
            since: ago(21),
            params: { pods: 1, total: 3, limit: 536870912 },
          },
        ],
      };
    case 'risk test-1':
      return {
        health: 'failed',
        reason: 'Image cannot be pulled',
        problems: [
          {
            code: 'image-pull',
            message:
              '1 of 2 pods cannot start: image risk:3.1.0-rc.2 is not in the registry',
            detail: 'manifest unknown',
            object: 'Pod/risk-5b7f9c-k4d2m',
            since: ago(49),
            params: { pods: 1, total: 2, image: 'risk:3.1.0-rc.2' },
          },
        ],
      };
    case 'ledger dev-1':
      return { health: 'progressing', reason: 'Rolling out, 2 to go' };
    case 'settlement dev-1':
      return { health: 'suspended', reason: 'Suspended' };
    default:
      return {};
  }
}
