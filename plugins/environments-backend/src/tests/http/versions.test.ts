import { DOMAIN } from '../../__testUtils__/company';
import {
  EnvironmentsBackend,
  startEnvironmentsBackend,
} from '../../__testUtils__/startEnvironmentsBackend';
import { loadBaseline } from '../../clone/__testUtils__/planCase';
import { FakeRegistry } from '../../registries/__testUtils__/FakeRegistry';
import { stocked } from '../../registries/__testUtils__/stocked';
import { embeddedTarget, TestTarget } from '../__testUtils__/TestTarget';

const BASELINE = loadBaseline('web-shop');
const CANARY = 'canary-3f9b';
const STOCK = stocked({
  'boutique/frontend': { 'v0.10.2': '', 'v0.11.0': '', 'v0.12.0': '' },
});

function specification(name: string, version: string) {
  return {
    name,
    domain: DOMAIN,
    cluster: 'dev-1',
    size: 'M',
    expiresIn: 'P1D',
    services: [{ name: 'frontend', version }],
  };
}

describe('versions over HTTP', () => {
  let fake: FakeRegistry;
  let target: TestTarget;
  let backend: EnvironmentsBackend;
  /** Everything that anybody was answered. */
  const answers: string[] = [];

  beforeAll(async () => {
    fake = await FakeRegistry.start();
    target = await embeddedTarget(BASELINE);
    backend = await startEnvironmentsBackend({
      target,
      baseline: BASELINE.namespace,
      versions: {
        frontend: [
          {
            version: 'v0.10.1',
            where: `dev-1/${BASELINE.namespace}`,
            runs: false,
          },
          { version: 'v0.9.9', where: 'prod-1/hidden', runs: true },
        ],
      },
      config: {
        environments: {
          registries: [
            {
              host: 'registry.example',
              url: fake.url,
              username: 'portal',
              password: CANARY,
            },
          ],
        },
      },
    });
  }, 120_000);
  afterAll(async () => {
    await backend?.stop();
    await target?.stop();
    await fake?.stop();
  }, 60_000);
  beforeEach(() => {
    // It wants the password, so that there is one to lose.
    fake.answer = asked =>
      asked.headers.authorization
        ? STOCK(asked)
        : { status: 401, headers: { 'www-authenticate': 'Basic' } };
  });

  const ask = async (...question: Parameters<EnvironmentsBackend['ask']>) => {
    const answer = await backend.ask(...question);
    answers.push(JSON.stringify(answer.body));
    return answer;
  };
  const list = (person: string, more = '') =>
    ask(
      person,
      'get',
      `/versions?domain=${DOMAIN}&cluster=dev-1&service=frontend${more}`,
    );
  const plan = (version: string) =>
    ask('ann', 'post', '/plans', {
      specification: specification('planned', version),
    });

  it('lists them to who may create there, and no place to who may not look', async () => {
    const { status, body } = await list('ann', '&kind=tag&limit=2');
    expect(status).toBe(200);
    expect(body).toEqual({
      kind: 'tag',
      items: [
        {
          version: 'v0.10.1',
          source: 'environment',
          where: `dev-1/${BASELINE.namespace}`,
          past: true,
        },
        { version: 'v0.12.0', source: 'registry' },
      ],
      total: 3,
      branches: 0,
      tags: 3,
      nextCursor: '2',
      registry: { state: 'complete', host: 'registry.example' },
    });
    const next = await list('ann', '&kind=tag&limit=2&cursor=2');
    expect(next.body.items).toEqual([
      { version: 'v0.11.0', source: 'registry' },
    ]);
    const options = await ask('ann', 'get', `/options?domain=${DOMAIN}`);
    expect(JSON.stringify([body, options.body])).not.toContain('v0.9.9');
  });

  it('asks the registry for nobody who may only look, or not even that', async () => {
    const count = fake.asked.length;
    const viewer = await list('vic');
    expect(viewer.status).toBe(403);
    expect(viewer.body.error.message).toMatch(/not "env-create"; the role "/);
    const stranger = await list('oda');
    const nowhere = await ask(
      'oda',
      'get',
      '/versions?domain=domain:default/not-there&cluster=dev-1&service=x',
    );
    expect([stranger.status, nowhere.status]).toEqual([404, 404]);
    expect(
      stranger.body.error.message.replace(DOMAIN, '') ===
        nowhere.body.error.message.replace('domain:default/not-there', ''),
    ).toBe(true);
    expect(fake.asked).toHaveLength(count);
  });

  it('refuses what it cannot read', async () => {
    for (const [query, status] of [
      ['&limit=0', 400],
      ['&cursor=-1', 400],
      ['&kind=commit', 400],
      [`&q=${'x'.repeat(201)}`, 400],
    ] as const) {
      expect((await list('ann', query)).status).toBe(status);
    }
    const unknown = await ask(
      'ann',
      'get',
      `/versions?domain=${DOMAIN}&cluster=dev-1&service=nobody`,
    );
    expect(unknown.status).toBe(404);
  });

  it('refuses to plan, create or change to a version that is not there', async () => {
    const { body } = await plan('v9.9.9');
    expect(body.creatable).toBe(false);
    expect(body.warnings[0]).toMatchObject({
      code: 'version-missing',
      severity: 'block',
      service: 'frontend',
      message: 'There is no version v9.9.9 of frontend.',
      wayOut: { action: 'choose-version', services: ['frontend'] },
    });
    const refused = await ask(
      'ann',
      'post',
      '/environments',
      specification('refused', 'v9.9.9'),
    );
    expect(refused.status).toBe(400);
    expect(refused.body.error.warnings[0].code).toBe('version-missing');

    const made = await ask(
      'ann',
      'post',
      '/environments',
      specification('made', 'v0.11.0'),
    );
    expect(made.status).toBe(202);
    await backend.reach(made.body.id, 'ready');
    const change = (version: string) =>
      ask('ann', 'patch', `/environments/${made.body.id}`, {
        services: [{ name: 'frontend', version }],
      });
    const wrong = await change('v9.9.9');
    expect(wrong.status).toBe(400);
    expect(wrong.body.error.warnings[0].code).toBe('version-missing');
    // Bea has a role here, but not the environment.
    const strange = await list('bea', `&environment=${made.body.id}`);
    expect(strange.status).toBe(403);
    expect((await list('ann', `&environment=${made.body.id}`)).status).toBe(
      200,
    );

    // What was taken before stays when the registry has thrown it away, whatever else is changed.
    fake.answer = stocked({ 'boutique/frontend': {} });
    const resized = await ask('ann', 'patch', `/environments/${made.body.id}`, {
      size: 'L',
    });
    expect(resized.status).toBe(202);
    await backend.reach(made.body.id, 'ready');
  }, 120_000);

  it('says who has a version, and marks what cannot be checked', async () => {
    const found = await plan('v0.12.0');
    expect(found.body.services[0].foundIn).toBe('registry');
    expect(found.body.creatable).toBe(true);
    fake.answer = () => ({ status: 500, body: CANARY });
    const open = await plan('v0.13.0');
    expect(open.body.creatable).toBe(true);
    expect(
      open.body.warnings.filter((one: { code: string }) =>
        one.code.startsWith('version'),
      ),
    ).toEqual([
      {
        code: 'version-unchecked',
        severity: 'notice',
        service: 'frontend',
        message:
          'Version v0.13.0 of frontend cannot be checked: its registry registry.example has failed.',
        parts: {
          service: 'frontend',
          version: 'v0.13.0',
          problem: 'server-error',
          host: 'registry.example',
        },
      },
    ]);
    expect(backend.logged.join('\n')).toContain(
      'Registry registry.example answers with status 500',
    );
  });

  it('tells its password to nobody', () => {
    const encoded = Buffer.from(`portal:${CANARY}`).toString('base64');
    expect(
      fake.asked.some(one => one.headers.authorization === `Basic ${encoded}`),
    ).toBe(true);
    for (const told of [...answers, ...backend.logged]) {
      expect(told).not.toContain(CANARY);
      expect(told).not.toContain(encoded);
    }
  });
});
