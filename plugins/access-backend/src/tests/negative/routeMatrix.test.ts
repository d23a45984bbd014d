import { mockCredentials } from '@backstage/backend-test-utils';
import {
  DEFAULT_ROLES,
  Roles,
} from '@domaindeck/backstage-plugin-access-common';
import request from 'supertest';
import {
  AccessBackend,
  PAYMENTS,
  startAccessBackend,
  testAccess,
} from '../../__testUtils__';
import {
  namesCluster,
  needsOf,
  Operation,
  readOperations,
  requestFor,
  Target,
} from './__testUtils__/contract';
import { plainPolicy } from './__testUtils__/plainPolicy';

const ROLES: Roles = {
  ...DEFAULT_ROLES,
  looker: ['workloads.view'],
  nothing: [],
};

type Place = Omit<Target, 'grantId'>;

/** What a person asks about, and what stands for the same thing that does not exist. */
const PLACES: Readonly<Record<string, { place: Place; absent: Place }>> = {
  'own domain': {
    place: { domain: 'payments', cluster: 'dev-1' },
    absent: { domain: 'ghost', cluster: 'dev-1' },
  },
  'other domain': {
    place: { domain: 'rides', cluster: 'dev-1' },
    absent: { domain: 'ghost', cluster: 'dev-1' },
  },
  'other cluster': {
    place: { domain: 'payments', cluster: 'prod-sh' },
    absent: { domain: 'payments', cluster: 'no-such' },
  },
  'partner cluster': {
    place: { domain: 'payments', cluster: 'partner-kl' },
    absent: { domain: 'payments', cluster: 'no-such' },
  },
};

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** What a role holds, and which places it reaches. */
interface Expected {
  readonly verbs: readonly string[];
  readonly reaches: (name: string) => boolean;
}

/** Asks every route about every place, as one role after the other, and counts what was held to what. */
class Matrix {
  readonly counts = { asked: 0, allowed: 0, refused: 0, absent: 0 };
  readonly #backend: AccessBackend;
  readonly #operations: readonly Operation[];

  constructor(backend: AccessBackend, operations: readonly Operation[]) {
    this.#backend = backend;
    this.#operations = operations;
  }

  async hold(role: string, expected: Expected): Promise<string[]> {
    const wrong: string[] = [];
    for (const operation of this.#operations) {
      for (const [name, { place, absent }] of Object.entries(PLACES)) {
        // Each route that changes a grant has one of its own to change.
        const target = { ...place, grantId: await this.#grantIn(place) };
        const answer = await this.#ask(role, operation, target);
        this.counts.asked += 1;
        const reaches = namesCluster(operation)
          ? expected.reaches(name)
          : place.domain === 'payments' || expected.reaches(name);
        const complaint = await this.#judge(
          { role, operation, target, absent, answer },
          expected.verbs,
          reaches,
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
      role: string;
      operation: Operation;
      target: Target;
      absent: Place;
      answer: Answer;
    },
    verbs: readonly string[],
    reaches: boolean,
  ): Promise<string | undefined> {
    const { role, operation, target, absent, answer } = asked;
    const needs = needsOf(operation);
    if (needs === 'none' || needs === 'nobody') {
      return this.#expect(answer, needs === 'none');
    }
    if (reaches && verbs.includes('workloads.view')) {
      const holds = needs === 'view' || verbs.includes(`access.${needs}`);
      return holds || answer.text.includes(`(\\"${needs}\\")`)
        ? this.#expect(answer, holds)
        : 'the refusal does not name the verb';
    }
    const nothing = {
      ...(verbs.includes('workloads.view')
        ? absent
        : { ...absent, domain: 'ghost' }),
      grantId: 'no-such-grant',
    };
    const same = await this.#ask(role, operation, nothing);
    this.counts.absent += 1;
    if (plain(answer, target) !== plain(same, nothing)) {
      return `which tells it from what does not exist (${same.status} ${same.text})`;
    }
    // A place of a new grant is a field of it, where an unknown one is wrong input.
    return [400, 404].includes(answer.status) ? undefined : 'expected 404';
  }

  #expect({ status }: Answer, allowed: boolean): string | undefined {
    const wanted = allowed ? [200, 201, 204] : [403];
    if (!wanted.includes(status)) {
      return `expected ${wanted.join(' or ')}`;
    }
    this.counts[allowed ? 'allowed' : 'refused'] += 1;
    return undefined;
  }

  async #grantIn({ domain, cluster }: Place): Promise<string> {
    const { body, status } = await this.#send('admin', 'POST', '/grants', {
      subject: 'group:default/quality',
      domains: [`domain:default/${domain}`],
      where: { clusters: [cluster] },
      role: 'viewer',
      why: 'stands here to be asked about',
    });
    if (status !== 201) {
      throw new Error(`The administrator's grant was refused with ${status}`);
    }
    return body.id;
  }

  async #ask(
    role: string,
    operation: Operation,
    target: Target,
  ): Promise<Answer> {
    const { method, path, body } = requestFor(operation, target);
    const { status, text } = await this.#send(role, method, path, body);
    return { status, text };
  }

  #send(person: string, method: string, path: string, body?: object) {
    const call = request(this.#backend.server);
    const url = `/api/access${path}`;
    const sent = {
      GET: call.get(url),
      POST: call.post(url),
      PATCH: call.patch(url),
      DELETE: call.delete(url),
    }[method];
    if (!sent) {
      throw new Error(`The matrix does not know how to send ${method}`);
    }
    return sent
      .set(
        'authorization',
        mockCredentials.user.header(`user:default/${person}`),
      )
      .send(body);
  }
}

/** An answer without what the caller put into the question. */
function plain({ status, text }: Answer, target: Target): string {
  // The longest first: one name may be the beginning of another.
  const words = Object.values(target)
    .sort((a, b) => b.length - a.length)
    .join('|');
  return `${status} ${text
    .replaceAll(/"request":\{[^}]*\}/g, '"request"')
    .replaceAll(new RegExp(words, 'g'), 'X')}`;
}

// Whole backends are started, and each is asked many hundred times.
jest.setTimeout(300_000);

describe('every route of access, every role, every place', () => {
  let operations: readonly Operation[];

  beforeAll(async () => {
    operations = await readOperations();
  });

  function report(kind: string, { counts }: Matrix): void {
    process.stdout.write(
      `access route matrix, ${kind}: ${operations.length} routes, ${
        Object.keys(ROLES).length
      } roles, ${Object.keys(PLACES).length} places: ${counts.asked} asked, ${
        counts.allowed
      } allowed, ${counts.refused} refused with the verb, ${
        counts.absent
      } like absent\n`,
    );
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(0);
  }

  it('holds under conditional decisions', async () => {
    const administrator = {
      subject: 'user:default/admin',
      domains: 'all',
      role: 'owner',
    };
    const backend = await startAccessBackend({
      config: {
        access: {
          ...testAccess,
          roles: { looker: ['workloads.view'], nothing: [] },
          grants: [
            administrator,
            { ...administrator, where: { clusters: ['partner-kl'] } },
            ...Object.keys(ROLES).map(role => ({
              subject: `user:default/${role}`,
              domains: [PAYMENTS],
              // The tier of the partner's cluster is named, the cluster is not.
              where: { tiers: ['development', 'partner'] },
              role,
            })),
          ],
        },
      },
    });
    const matrix = new Matrix(backend, operations);
    for (const [role, verbs] of Object.entries(ROLES)) {
      expect(
        await matrix.hold(role, {
          verbs,
          reaches: name => name === 'own domain',
        }),
      ).toEqual([]);
    }
    report('conditional decisions', matrix);
  });

  it('holds under plain decisions', async () => {
    const roles: Roles = { ...ROLES, admin: DEFAULT_ROLES.owner };
    const backend = await startAccessBackend({
      config: {
        access: { roles: { looker: ['workloads.view'], nothing: [] } },
      },
      policy: plainPolicy(roles),
      views: person => {
        const [, role] = person.split('/');
        return roles[role]?.includes('workloads.view') ?? false;
      },
    });
    const matrix = new Matrix(backend, operations);
    for (const [role, verbs] of Object.entries(ROLES)) {
      expect(await matrix.hold(role, { verbs, reaches: () => true })).toEqual(
        [],
      );
    }
    report('plain decisions', matrix);
  });
});
