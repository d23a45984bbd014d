import { createBackendModule } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { DEFAULT_ROLES } from '@domaindeck/backstage-plugin-access-common';
import { startWorkloadsBackend, WorkloadsBackend } from '../../__testUtils__';
import { Answer, Caller } from './__testUtils__/Caller';
import {
  namesEnvironment,
  Operation,
  readOperations,
  Target,
  verbOf,
} from './__testUtils__/contract';

const ROLES: Readonly<Record<string, readonly string[]>> = {
  ...DEFAULT_ROLES,
  looker: ['workloads.view'],
  nothing: [],
};

const HERE: Target = {
  entity: 'payments',
  cluster: 'dev-1',
  namespace: 'payments-dev',
  workload: 'pricing',
};
const NOWHERE: Target = {
  entity: 'ghost',
  cluster: 'dev-1',
  namespace: 'no-such',
  workload: 'pricing',
};

/** What a person asks about, and what stands for the same thing that does not exist. */
const TARGETS: Readonly<Record<string, { target: Target; absent: Target }>> = {
  'own domain': { target: HERE, absent: NOWHERE },
  'other domain': {
    target: {
      entity: 'rides',
      cluster: 'dev-1',
      namespace: 'rides-dev',
      workload: 'matching',
    },
    absent: NOWHERE,
  },
  'other cluster': {
    target: { ...HERE, cluster: 'prod-sh', namespace: 'payments-prod' },
    absent: { ...HERE, cluster: 'prod-sh', namespace: 'no-such' },
  },
  'partner cluster': {
    target: { ...HERE, cluster: 'partner-kl', namespace: 'payments-partner' },
    absent: { ...HERE, cluster: 'partner-kl', namespace: 'no-such' },
  },
  'unclaimed namespace': {
    target: { ...NOWHERE, namespace: 'legacy-batch' },
    absent: NOWHERE,
  },
  'unknown namespace': {
    target: { ...NOWHERE, namespace: 'nobody-knows' },
    absent: NOWHERE,
  },
};

/** Every place has a pod of the name of which the routes of logs ask. */
function addPods({ reader }: WorkloadsBackend): void {
  for (const { target } of Object.values(TARGETS)) {
    const { cluster, namespace } = target;
    const image = 'registry.example.com/payments/pricing:1.0.0';
    reader.put(cluster, 'pods', {
      metadata: { namespace, name: 'pricing-1', uid: `${namespace}-pricing-1` },
      spec: { containers: [{ name: 'pricing', image }] },
      status: {
        phase: 'Running',
        containerStatuses: [
          {
            name: 'pricing',
            image,
            ready: true,
            restartCount: 0,
            state: { running: { startedAt: '2026-10-31T00:00:00Z' } },
          },
        ],
      },
    });
  }
}

/** An object of whatever namespace is asked for, and one line of a log. */
function answerOfCluster(request: string) {
  if (request.includes('/log?')) {
    return { body: '2026-10-31T12:00:00.000000000Z started\n' };
  }
  const namespace = /namespaces\/([^/]+)/.exec(request)?.[1];
  return { body: { metadata: { name: 'any', namespace } } };
}

/** A policy of a company's own, without any condition: what the role holds, everywhere. */
const plainPolicy = createBackendModule({
  pluginId: 'permission',
  moduleId: 'plain',
  register(env) {
    env.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy({
          handle: async ({ permission }, user) => {
            const [, role = ''] = user?.info.userEntityRef.split('/') ?? [];
            const verb = permission.name
              .replace('workloads.cluster.', 'workloads.cluster-')
              .replace('.environment.', '.');
            return {
              result:
                permission.name.startsWith('catalog.') ||
                ROLES[role]?.includes(verb)
                  ? AuthorizeResult.ALLOW
                  : AuthorizeResult.DENY,
            };
          },
        });
      },
    });
  },
});

interface Expected {
  readonly verbs: readonly string[];
  /** Whether the role reaches the target at all. */
  readonly reaches: (name: string) => boolean;
}

/** Asked once for each kind of decision; counts what was held to what. */
class Matrix {
  readonly counts = { asked: 0, allowed: 0, refused: 0, absent: 0 };
  readonly #backend: WorkloadsBackend;
  readonly #operations: readonly Operation[];

  constructor(backend: WorkloadsBackend, operations: readonly Operation[]) {
    this.#backend = backend;
    this.#operations = operations;
  }

  async hold(role: string, expected: Expected): Promise<string[]> {
    const caller = Caller.create(this.#backend, role);
    const wrong: string[] = [];
    for (const operation of this.#operations) {
      for (const [name, { target, absent }] of Object.entries(TARGETS)) {
        const answer = await caller.ask(operation, target);
        this.counts.asked += 1;
        const complaint = await this.#judge(
          { caller, operation, target, absent, answer },
          expected,
          expected.reaches(name),
        );
        if (complaint) {
          wrong.push(
            `${role}, ${name}: ${operation.id} answered ${
              answer.status
            }, ${complaint}: ${answer.text.slice(0, 300)}`,
          );
        }
      }
    }
    return wrong;
  }

  async #judge(
    asked: {
      caller: Caller;
      operation: Operation;
      target: Target;
      absent: Target;
      answer: Answer;
    },
    { verbs }: Expected,
    reaches: boolean,
  ): Promise<string | undefined> {
    const { caller, operation, target, absent, answer } = asked;
    const verb = verbOf(operation);
    const holds = verb === 'none' || verbs.includes(`workloads.${verb}`);
    if (verb === 'none' || verb === 'cluster-inspect') {
      return this.#expectStatus(answer, holds ? [200] : [403, 404]);
    }
    const views = verbs.includes('workloads.view');
    if (reaches && views) {
      if (holds) {
        return this.#expectStatus(answer, [200]);
      }
      return answer.text.includes(`\\"${verb}\\"`)
        ? this.#expectStatus(answer, [403])
        : 'the refusal does not name the verb';
    }
    const same = await caller.ask(operation, absent);
    this.counts.absent += 1;
    if (plain(answer, target) !== plain(same, absent)) {
      return `which tells it from what does not exist (${same.status} ${same.text})`;
    }
    return namesEnvironment(operation) && answer.status !== 404
      ? 'expected 404'
      : undefined;
  }

  #expectStatus(
    { status }: Answer,
    wanted: readonly number[],
  ): string | undefined {
    if (!wanted.includes(status)) {
      return `expected ${wanted.join(' or ')}`;
    }
    this.counts[status === 200 ? 'allowed' : 'refused'] += 1;
    return undefined;
  }
}

/** An answer without what the caller put into the question, and without what differs from request to request. */
function plain({ status, type, text }: Answer, target: Target): string {
  // The longest first: one name may be the beginning of another.
  const words = Object.values(target)
    .sort((a, b) => b.length - a.length)
    .join('|');
  const told = text
    .replaceAll(/"revision":"[^"]*"/g, '"revision"')
    .replaceAll(/"cursor":"[^"]*"/g, '"cursor"')
    .replaceAll(/"request":\{[^}]*\}/g, '"request"');
  return `${status} ${type} ${told.replaceAll(new RegExp(words, 'g'), 'X')}`;
}

describe('every route, every role, every place', () => {
  let operations: readonly Operation[];

  beforeAll(async () => {
    operations = await readOperations();
  });

  function report(kind: string, { counts }: Matrix): void {
    process.stdout.write(
      `route matrix, ${kind}: ${operations.length} routes, ${
        Object.keys(ROLES).length
      } roles, ${Object.keys(TARGETS).length} places: ${counts.asked} asked, ${
        counts.allowed
      } allowed, ${counts.refused} refused with the verb, ${
        counts.absent
      } like absent\n`,
    );
  }

  it('holds under conditional decisions', async () => {
    const backend = await startWorkloadsBackend({
      access: {
        roles: { looker: ['workloads.view'], nothing: [] },
        grants: Object.keys(ROLES).map(role => ({
          subject: `user:default/${role}`,
          domains: ['domain:default/payments'],
          // The tier of the partner's cluster is named, the cluster is not.
          where: { tiers: ['development', 'partner'] },
          role,
        })),
      },
      answer: answerOfCluster,
    });
    addPods(backend);
    const matrix = new Matrix(backend, operations);
    for (const [role, verbs] of Object.entries(ROLES)) {
      expect(
        await matrix.hold(role, {
          // Looking at clusters hangs on a grant over all domains.
          verbs: verbs.filter(verb => verb !== 'workloads.cluster-inspect'),
          reaches: name => name === 'own domain',
        }),
      ).toEqual([]);
    }
    report('conditional decisions', matrix);
    expect(matrix.counts.allowed).toBeGreaterThan(0);
    expect(matrix.counts.refused).toBeGreaterThan(0);
    expect(matrix.counts.absent).toBeGreaterThan(0);
  }, 180_000);

  it('holds under plain decisions', async () => {
    const backend = await startWorkloadsBackend({
      access: {},
      policy: plainPolicy,
      answer: answerOfCluster,
    });
    addPods(backend);
    const matrix = new Matrix(backend, operations);
    const reached = [
      'own domain',
      'other domain',
      'other cluster',
      'partner cluster',
    ];
    for (const [role, verbs] of Object.entries(ROLES)) {
      expect(
        await matrix.hold(role, {
          verbs,
          reaches: name => reached.includes(name),
        }),
      ).toEqual([]);
    }
    report('plain decisions', matrix);
    expect(matrix.counts.allowed).toBeGreaterThan(0);
    expect(matrix.counts.refused).toBeGreaterThan(0);
    expect(matrix.counts.absent).toBeGreaterThan(0);
  }, 180_000);
});
