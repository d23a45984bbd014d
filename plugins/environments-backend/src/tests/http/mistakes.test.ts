import { MASK } from '@domaindeck/backstage-plugin-workloads-common';
import { loadBaseline } from '../../clone/__testUtils__/planCase';
import { DOMAIN } from '../../__testUtils__/company';
import {
  Answer,
  EnvironmentsBackend,
  startEnvironmentsBackend,
} from '../../__testUtils__/startEnvironmentsBackend';
import { embeddedTarget, TestTarget } from '../__testUtils__/TestTarget';

const BASELINE = loadBaseline('web-shop');

const SPECIFICATION = {
  name: 'first',
  domain: DOMAIN,
  cluster: 'dev-1',
  size: 'S',
  expiresIn: 'PT8H',
  services: [{ name: 'frontend' }],
};

function codes({ body }: Answer): string[] {
  const { problems = [], warnings = [] } = body.error;
  return [...problems, ...warnings].map((one: { code: string }) => one.code);
}

describe('mistakes, and two at the same moment', () => {
  let target: TestTarget;
  let backend: EnvironmentsBackend;

  beforeAll(async () => {
    target = await embeddedTarget(BASELINE);
    backend = await startEnvironmentsBackend({
      target,
      baseline: BASELINE.namespace,
      config: {
        environments: {
          zone: 'dev.example',
          limits: { domain: 2 },
          maxLife: 'P3D',
        },
      },
    });
  }, 120_000);

  afterAll(async () => {
    await backend?.stop();
    await target?.stop();
  }, 60_000);

  const create = (
    change: object,
    headers: Record<string, string> = {},
    person = 'ann',
  ) =>
    backend.ask(
      person,
      'post',
      '/environments',
      { ...SPECIFICATION, ...change },
      headers,
    );

  const total = async () =>
    (await backend.ask('ann', 'get', '/environments')).body.total;

  it.each([
    ['a'.repeat(41), 'name-too-long', /has 41 characters/],
    ['production', 'name-reserved', /production/],
    ['夜间票价', 'name-characters', /small letters a to z/],
    ['', 'name-empty', /needs a name/],
    ['-x', 'name-characters', /starts with a letter/],
  ])('refuses the name "%s" as %s', async (name, code, words) => {
    const answer = await create({ name });
    expect(answer.status).toBe(400);
    expect(codes(answer)).toEqual([code]);
    expect(answer.body.error.message).toMatch(words);
    expect(await total()).toBe(0);
  });

  it.each(['constructor', '__proto__', 'toString'])(
    'knows no service "%s", which every object would answer to',
    async service => {
      const versions = await backend.ask(
        'ann',
        'get',
        `/versions?domain=${DOMAIN}&cluster=dev-1&service=${service}`,
      );
      expect(versions.status).toBe(404);
      const answer = await create({
        services: [{ name: service, version: '1.0.0' }],
      });
      expect([answer.status, codes(answer)]).toEqual([
        400,
        expect.arrayContaining(['service-unknown']),
      ]);
    },
  );

  it('makes no setting of what stands where another person’s secret was', async () => {
    const answer = await create({
      services: [
        { name: 'frontend', env: { LEVEL: 'info', CHECKOUT_PASSWORD: MASK } },
      ],
      configOverrides: { frontend: { url: `postgres://a:${MASK}@db/x` } },
    });
    expect([answer.status, answer.body.error.problems]).toEqual([
      400,
      ['services[0].env.CHECKOUT_PASSWORD', 'configOverrides.frontend.url'].map(
        path => expect.objectContaining({ path, code: 'masked' }),
      ),
    ]);
  });

  it('takes a domain that is no reference for one that is absent', async () => {
    const answer = await backend.ask('ann', 'get', '/options?domain=tickets');
    expect([answer.status, answer.body.error.name]).toEqual([
      404,
      'NotFoundError',
    ]);
  });

  it('makes one environment of the same request, however often and at the same moment', async () => {
    const key = { 'Idempotency-Key': 'k-1' };
    const answers = await Promise.all([
      create({}, key),
      create({}, key),
      create({}, key),
    ]);
    const made = answers.filter(one => one.status === 202);
    // Who comes while the first is being answered is told so, and asks again.
    expect(
      answers.filter(one => one.status !== 202).map(one => one.status),
    ).toEqual(Array(3 - made.length).fill(409));
    const again = await create({}, key);
    expect([again.status, again.body.id]).toEqual([202, made[0].body.id]);
    expect(new Set(made.map(one => one.body.id)).size).toBe(1);
    expect(await total()).toBe(1);
    // The key stands for this request of this person and for no other.
    const other = await create({ size: 'M' }, key);
    expect(other.status).toBe(409);
    const taken = await create({}, key, 'bea');
    expect(codes(taken)).toEqual(['name-taken']);
    await backend.reach(made[0].body.id, 'ready');
  }, 120_000);

  it('refuses a name that is taken, a place of somebody else, an unknown service, and offers what is free', async () => {
    const taken = await create({});
    expect(taken.status).toBe(400);
    expect(taken.body.error.warnings).toMatchObject([
      { code: 'name-taken', wayOut: { action: 'rename', value: 'first-2' } },
    ]);
    await target.driver.create({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'tickets-foreign' },
    });
    const foreign = await create({ name: 'foreign' });
    expect(foreign.body.error.warnings).toMatchObject([
      {
        code: 'namespace-taken',
        message: expect.stringContaining('tickets-foreign'),
      },
    ]);
    const unknown = await create({
      name: 'second',
      services: [{ name: 'no-such-service' }],
    });
    expect(unknown.body.error.warnings).toMatchObject([
      {
        code: 'service-unknown',
        message: expect.stringMatching(/no-such-service.*frontend/),
      },
    ]);
    expect(await total()).toBe(1);
  });

  it('says how many there may be, and who holds them as far as one may see', async () => {
    const [first] = (await backend.ask('ann', 'get', '/environments')).body
      .items;
    const second = await create({ name: 'second' }, {}, 'bea');
    expect(second.status).toBe(202);
    const third = await create({ name: 'third' }, {}, 'cem');
    expect(third.body.error.warnings).toMatchObject([
      {
        code: 'quota-domain',
        message: 'The domain has 2 of 2 environments.',
        wayOut: { action: 'end-environment' },
      },
    ]);
    const { body } = await backend.ask(
      'cem',
      'get',
      `/options?domain=${DOMAIN}`,
    );
    expect(body.holders).toMatchObject([
      { id: first.id, name: 'first', creator: 'user:default/ann', size: 'S' },
      { name: 'second', creator: 'user:default/bea', size: 'S' },
    ]);
    await backend.reach(second.body.id, 'ready');
    const ended = await backend.ask(
      'bea',
      'delete',
      `/environments/${second.body.id}`,
      { confirm: 'second' },
    );
    expect(ended.status).toBe(202);
    await backend.reach(second.body.id, 'gone');
  }, 120_000);

  it('refuses an end that is too late or past, and names the latest', async () => {
    const [first] = (await backend.ask('ann', 'get', '/environments')).body
      .items;
    const latest = new Date(Date.parse(first.createdAt) + 3 * 86_400_000);
    const extend = (at: number) =>
      backend.ask('ann', 'post', `/environments/${first.id}/extend`, {
        expiresAt: new Date(at).toISOString(),
      });
    const late = await extend(latest.getTime() + 60_000);
    expect([late.status, late.body.error.message]).toEqual([
      400,
      expect.stringContaining(latest.toISOString()),
    ]);
    expect((await extend(Date.now() - 1_000)).status).toBe(400);
    const { body } = await backend.ask(
      'ann',
      'get',
      `/environments/${first.id}`,
    );
    expect(body.expiresAt).toBe(first.expiresAt);
  });

  it('lets one of two who change the same, and tells the other who it was', async () => {
    const [first] = (await backend.ask('ann', 'get', '/environments')).body
      .items;
    const shared = await backend.ask(
      'ann',
      'patch',
      `/environments/${first.id}`,
      { collaborators: ['user:default/bea'] },
    );
    expect(shared.status).toBe(202);
    const { generation } = await backend.reach(first.id, 'ready');
    const change = (person: string, value: string) =>
      backend.ask(person, 'patch', `/environments/${first.id}`, {
        generation,
        services: [{ name: 'frontend', env: { BY: value } }],
      });
    const both = await Promise.all([
      change('ann', 'ann'),
      change('bea', 'bea'),
    ]);
    expect(both.map(one => one.status).sort()).toEqual([202, 409]);
    const winner = both[0].status === 202 ? 'ann' : 'bea';
    const loser = winner === 'ann' ? 'bea' : 'ann';
    const ready = await backend.reach(first.id, 'ready');
    expect(ready.generation).toBe(generation + 1);
    expect(ready.specification.services).toEqual([
      { name: 'frontend', env: { BY: winner } },
    ]);
    // Asked again with what was read before, the answer says whose change it was.
    const again = await change(loser, loser);
    expect([again.status, again.body.error.message]).toEqual([
      409,
      expect.stringContaining(`user:default/${winner}`),
    ]);
  }, 120_000);
});
