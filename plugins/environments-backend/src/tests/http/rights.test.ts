import { MASK } from '@domaindeck/backstage-plugin-workloads-common';
import { DOMAIN } from '../../__testUtils__/company';
import {
  EnvironmentsBackend,
  startEnvironmentsBackend,
} from '../../__testUtils__/startEnvironmentsBackend';
import { loadBaseline } from '../../clone/__testUtils__/planCase';
import { readOpenApiSpec } from '../../http/readOpenApiSpec';
import { embeddedTarget, TestTarget } from '../__testUtils__/TestTarget';

const BASELINE = loadBaseline('web-shop');

function specification(name: string) {
  return {
    name,
    domain: DOMAIN,
    cluster: 'dev-1',
    size: 'M',
    expiresIn: 'P1D',
    services: [{ name: 'frontend' }],
  };
}

/** What a call takes: `create` and `view` of the domain, `manage` and `pin` of one environment, `inspect` of clusters. */
type Needs =
  | 'domain'
  | 'create'
  | 'list'
  | 'view'
  | 'manage'
  | 'pin'
  | 'inspect';

/** Every call of the contract, with a body that is in order. */
const CALLS: Readonly<
  Record<
    string,
    { needs: Needs; path: string; method: Method; body?: () => object }
  >
> = {
  GetOptions: {
    needs: 'domain',
    method: 'get',
    path: `/options?domain=${DOMAIN}`,
  },
  GetVersions: {
    needs: 'create',
    method: 'get',
    path: `/versions?domain=${DOMAIN}&cluster=dev-1&service=frontend`,
  },
  GetGuards: { needs: 'inspect', method: 'get', path: '/guards' },
  CreatePlan: {
    needs: 'create',
    method: 'post',
    path: '/plans',
    body: () => ({ specification: specification('plan') }),
  },
  CreateEnvironment: {
    needs: 'create',
    method: 'post',
    path: '/environments',
    body: () => specification('refused'),
  },
  GetEnvironments: { needs: 'list', method: 'get', path: '/environments' },
  WatchEnvironments: {
    needs: 'view',
    method: 'post',
    path: '/environments/watch',
    body: () => ({ id: '{id}', poll: true }),
  },
  GetEnvironment: { needs: 'view', method: 'get', path: '/environments/{id}' },
  GetSteps: { needs: 'view', method: 'get', path: '/environments/{id}/steps' },
  GetHistory: {
    needs: 'view',
    method: 'get',
    path: '/environments/{id}/history',
  },
  GetDrift: { needs: 'view', method: 'get', path: '/environments/{id}/drift' },
  UpdateEnvironment: {
    needs: 'manage',
    method: 'patch',
    path: '/environments/{id}',
    body: () => ({ size: 'L' }),
  },
  DeleteEnvironment: {
    needs: 'manage',
    method: 'delete',
    path: '/environments/{id}',
    body: () => ({ confirm: 'not its name' }),
  },
  PutSecret: {
    needs: 'manage',
    method: 'put',
    path: '/environments/{id}/secrets/none',
    body: () => ({ values: { a: 'b' } }),
  },
  ExtendEnvironment: {
    needs: 'manage',
    method: 'post',
    path: '/environments/{id}/extend',
    body: () => ({ expiresAt: '2000-01-01T00:00:00Z' }),
  },
  PinEnvironment: {
    needs: 'pin',
    method: 'post',
    path: '/environments/{id}/pin',
    body: () => ({ pinned: false }),
  },
  SleepEnvironment: {
    needs: 'manage',
    method: 'post',
    path: '/environments/{id}/sleep',
  },
  WakeEnvironment: {
    needs: 'manage',
    method: 'post',
    path: '/environments/{id}/wake',
  },
  ResyncEnvironment: {
    needs: 'manage',
    method: 'post',
    path: '/environments/{id}/resync',
    body: () => ({ revision: 'none', changes: [] }),
  },
  RetryEnvironment: {
    needs: 'manage',
    method: 'post',
    path: '/environments/{id}/retry',
  },
  CancelEnvironment: {
    needs: 'manage',
    method: 'post',
    path: '/environments/{id}/cancel',
  },
};

type Method = Parameters<EnvironmentsBackend['ask']>[1];

/** Ann made it, Bea develops too, Vic views, Pat owns the domain, Ines operates all clusters, Oda has nothing here. */
const PEOPLE: Readonly<Record<string, readonly Needs[]>> = {
  ann: ['domain', 'create', 'list', 'view', 'manage'],
  bea: ['domain', 'create', 'list', 'view'],
  vic: ['domain', 'list', 'view'],
  pat: ['domain', 'create', 'list', 'view', 'manage', 'pin'],
  ines: ['domain', 'create', 'list', 'view', 'inspect'],
  oda: ['list'],
};

/** Allowed: what the call itself says; seen without the verb: why not, and whom to ask; not seen: absent. */
function isAsRightsAre(
  rights: readonly Needs[],
  needs: Needs,
  status: number,
  answer: { error?: { message: string } },
): boolean {
  const message = answer.error?.message ?? '';
  if (rights.includes(needs)) {
    return status === 404
      ? message.includes('asks for no secret')
      : [200, 202, 400, 409].includes(status);
  }
  if (needs === 'inspect') {
    return status === 403 && !message.includes('dev-1');
  }
  return rights.includes('view')
    ? status === 403 &&
        /You may view .*, but not "(env-create|env-manage|quota-manage)"; the role "\w+" has it; ask group:default\/platform/.test(
          message,
        )
    : status === 404;
}

describe('who may do what with environments', () => {
  let target: TestTarget;
  let backend: EnvironmentsBackend;
  let id: string;
  let questions = 0;

  beforeAll(async () => {
    target = await embeddedTarget(BASELINE);
    backend = await startEnvironmentsBackend({
      target,
      baseline: BASELINE.namespace,
    });
    const made = await backend.ask(
      'ann',
      'post',
      '/environments',
      specification('own'),
    );
    id = made.body.id;
    await backend.reach(id, 'ready');
  }, 180_000);

  afterAll(async () => {
    await backend?.stop();
    await target?.stop();
    // The count is part of the result of this suite.
    // eslint-disable-next-line no-console
    console.log(`${questions} questions about rights to environments`);
  }, 60_000);

  const ask = async (person: string, name: string, about: string) => {
    questions += 1;
    const { method, path, body } = CALLS[name];
    const given =
      body && JSON.parse(JSON.stringify(body()).replace('{id}', about));
    const { status, body: answer } = await backend.ask(
      person,
      method,
      path.replace('{id}', about),
      given,
    );
    // A stream that began has told what it has to tell.
    return { status, answer };
  };

  it('knows every call of the contract', async () => {
    const { paths } = await readOpenApiSpec();
    const ids = Object.values(paths).flatMap(methods =>
      Object.values(methods as Record<string, { operationId?: string }>).map(
        one => one.operationId,
      ),
    );
    expect(Object.keys(CALLS).sort()).toEqual(ids.sort());
  });

  it.each(Object.entries(PEOPLE))(
    'answers %s as their rights are',
    async (person, rights) => {
      const wrong: string[] = [];
      const calls = Object.entries(CALLS).filter(
        // What would make another one is asked in a test of its own.
        ([name, { needs }]) =>
          name !== 'CreateEnvironment' || !rights.includes(needs),
      );
      for (const [name, { needs }] of calls) {
        const { status, answer } = await ask(person, name, id);
        if (!isAsRightsAre(rights, needs, status, answer)) {
          wrong.push(`${name} ${status} ${JSON.stringify(answer)}`);
        }
      }
      expect(wrong).toEqual([]);
      // A sleep or a change that was allowed above goes on.
      await backend.reach(id, 'ready', 'asleep');
    },
    120_000,
  );

  it('answers a stranger about what is there as about what is not', async () => {
    for (const name of Object.keys(CALLS).filter(one =>
      CALLS[one].path.includes('{id}'),
    )) {
      const there = await ask('oda', name, id);
      const absent = await ask('oda', name, 'not-there');
      expect([
        there.status,
        there.answer.error.message.replace(id, ''),
      ]).toEqual([
        absent.status,
        absent.answer.error.message.replace('not-there', ''),
      ]);
    }
  });

  it('shows a password among the settings to those alone who may change them', async () => {
    const setting = (value: string) => ({
      services: [{ name: 'frontend', env: { CHECKOUT_PASSWORD: value } }],
    });
    const path = `/environments/${id}`;
    const changed = await backend.ask('ann', 'patch', path, setting('aHVu'));
    expect(changed.status).toBe(202);
    await backend.reach(id, 'ready', 'asleep');
    for (const [person, shown] of [
      ['ann', 'aHVu'],
      ['pat', 'aHVu'],
      ['bea', MASK],
      ['vic', MASK],
    ]) {
      const { body } = await backend.ask(person, 'get', path);
      expect([person, body.specification]).toEqual([
        person,
        expect.objectContaining(setting(shown)),
      ]);
    }
    expect(JSON.stringify(backend.audit.written)).not.toContain('aHVu');
    expect(JSON.stringify(backend.audit.written)).toContain(MASK);
  }, 60_000);

  it('tells who inspects clusters that the policy is not installed here', async () => {
    const { body } = await backend.ask('ines', 'get', '/guards');
    expect(body).toEqual({
      items: [{ cluster: 'dev-1', state: 'missing' }],
    });
  });

  it('lists nobody what they may not view, and names no holder', async () => {
    const { body } = await backend.ask('oda', 'get', '/environments');
    expect(body).toEqual({ items: [], total: 0 });
    const watched = await backend.ask(
      'oda',
      'get',
      `/environments?domain=${DOMAIN}`,
    );
    expect(watched.body.total).toBe(0);
  });

  it('gives a collaborator the same rights, and takes them with the role', async () => {
    await backend.ask('pat', 'patch', `/environments/${id}`, {
      collaborators: ['user:default/bea', 'user:default/oda'],
    });
    await backend.reach(id, 'ready', 'asleep');
    const bea = await backend.ask('bea', 'post', `/environments/${id}/extend`, {
      expiresAt: new Date(Date.now() + 7_200_000).toISOString(),
    });
    expect(bea.status).toBe(200);
    // Named, but without a role in the domain.
    const oda = await backend.ask('oda', 'get', `/environments/${id}`);
    expect(oda.status).toBe(404);
  }, 60_000);

  it('keeps on record who changed what, and who was refused', async () => {
    const outcomes = new Set(backend.audit.written.map(one => one.outcome));
    expect(outcomes).toEqual(new Set(['done', 'failed', 'refused']));
    expect(
      backend.audit.written.every(one =>
        one.event.verb.startsWith('environments.'),
      ),
    ).toBe(true);
  });

  it('does nothing that cannot be put on record', async () => {
    backend.audit.fail();
    const { status } = await backend.ask(
      'ann',
      'post',
      '/environments',
      specification('unrecorded'),
    );
    expect(status).toBeGreaterThanOrEqual(500);
    const { items } = await backend.store.list({ limit: 100 });
    expect(items.map(one => one.name)).toEqual(['own']);
  });
});
