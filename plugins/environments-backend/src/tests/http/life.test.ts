import { loadBaseline } from '../../clone/__testUtils__/planCase';
import { DOMAIN } from '../../__testUtils__/company';
import {
  EnvironmentsBackend,
  startEnvironmentsBackend,
} from '../../__testUtils__/startEnvironmentsBackend';
import { embeddedTarget, TestTarget } from '../__testUtils__/TestTarget';

const SECRET = 'canary-7d1f0c';
const BASELINE = loadBaseline('booking');

/** The baseline with values in its secrets that must never be seen again. */
const WITH_VALUES = {
  ...BASELINE,
  objects: BASELINE.objects.map(object =>
    object.kind === 'Secret'
      ? {
          ...object,
          data: Object.fromEntries(
            Object.keys((object.data as object) ?? {}).map(key => [
              key,
              btoa(SECRET),
            ]),
          ),
        }
      : object,
  ),
};

/** Without it the clones would register themselves in the registry of the baseline. */
const OWN = { SPRING_CLOUD_NACOS_DISCOVERY_NAMESPACE: 'night-fares' };

const SPECIFICATION = {
  name: 'night-fares',
  domain: DOMAIN,
  cluster: 'dev-1',
  size: 'L',
  expiresIn: 'PT8H',
  services: [
    { name: 'ts-notification-service', env: OWN },
    { name: 'ts-order-service', env: OWN },
  ],
};

describe('environments over HTTP', () => {
  let target: TestTarget;
  let backend: EnvironmentsBackend;
  /** Everything that anybody was answered. */
  const answers: string[] = [];

  beforeAll(async () => {
    target = await embeddedTarget(WITH_VALUES);
    backend = await startEnvironmentsBackend({
      target,
      baseline: BASELINE.namespace,
      config: {
        environments: {
          zone: 'dev.example',
          limits: { person: 2 },
          prices: { currency: 'EUR', coreHour: 0.03, gibHour: 0.004 },
        },
      },
    });
  }, 120_000);

  afterAll(async () => {
    await backend?.stop();
    await target?.stop();
  }, 60_000);

  const ask: EnvironmentsBackend['ask'] = async (...question) => {
    const answer = await backend.ask(...question);
    answers.push(JSON.stringify(answer));
    return answer;
  };

  it('goes from the wish to the end, and never tells a secret', async () => {
    const options = await ask('ann', 'get', `/options?domain=${DOMAIN}`);
    expect(options.status).toBe(200);
    expect(options.body).toMatchObject({
      clusters: [{ name: 'dev-1', mayCreate: true }],
      quota: { person: { used: 0, limit: 2 } },
      currency: 'EUR',
    });
    const plan = await ask('ann', 'post', '/plans', {
      specification: SPECIFICATION,
    });
    expect(
      plan.body.warnings.filter(
        (one: { severity: string }) => one.severity === 'block',
      ),
    ).toEqual([]);
    expect(plan.body).toMatchObject({
      creatable: true,
      namespace: 'tickets-night-fares',
      pendingSecrets: [{ name: 'mail-account' }],
    });
    const key = { 'idempotency-key': 'once' };
    const made = await ask('ann', 'post', '/environments', SPECIFICATION, key);
    expect(made.status).toBe(202);
    const again = await ask('ann', 'post', '/environments', SPECIFICATION, key);
    expect(again.body.id).toBe(made.body.id);
    const other = await ask(
      'ann',
      'post',
      '/environments',
      { ...SPECIFICATION, name: 'other' },
      key,
    );
    expect(other.status).toBe(409);
    const { id } = made.body;
    await backend.reach(id, 'needs-secrets');

    const missing = await ask(
      'ann',
      'put',
      `/environments/${id}/secrets/mail-account`,
      { values: { EMAIL_ADDRESS: 'x' } },
    );
    expect(missing.body.error.message).toContain('EMAIL_PASSWORD');
    const given = await ask(
      'ann',
      'put',
      `/environments/${id}/secrets/mail-account`,
      { values: { EMAIL_ADDRESS: SECRET, EMAIL_PASSWORD: SECRET } },
    );
    expect(given.status).toBe(200);
    const ready = await backend.reach(id, 'ready');
    expect(ready).toMatchObject({
      pendingSecrets: [],
      creator: 'user:default/ann',
    });
    expect(ready.cost?.currency).toBe('EUR');

    const drift = await ask('ann', 'get', `/environments/${id}/drift`);
    // What was asked for beside the baseline counts as one's own.
    expect(
      drift.body.services.map((one: { state: string }) => one.state),
    ).toEqual(['edited', 'edited']);
    const steps = await ask('ann', 'get', `/environments/${id}/steps`);
    expect(
      steps.body.items.every((one: { state: string }) =>
        ['done', 'skipped'].includes(one.state),
      ),
    ).toBe(true);

    const outdated = await ask('ann', 'patch', `/environments/${id}`, {
      generation: 7,
      size: 'M',
    });
    expect(outdated.status).toBe(409);
    const changed = await ask('ann', 'patch', `/environments/${id}`, {
      generation: 1,
      services: [
        { name: 'ts-notification-service', env: OWN },
        { name: 'ts-order-service', env: { ...OWN, TRACE: 'on' } },
      ],
    });
    expect([changed.status, changed.body.error?.message]).toEqual([
      202,
      undefined,
    ]);
    expect((await backend.reach(id, 'ready')).generation).toBe(2);

    const later = new Date(Date.parse(ready.expiresAt) + 86_400_000);
    const extended = await ask('ann', 'post', `/environments/${id}/extend`, {
      expiresAt: later.toISOString(),
    });
    expect(extended.body.expiresAt).toBe(later.toISOString());
    const tooLate = await ask('ann', 'post', `/environments/${id}/extend`, {
      expiresAt: '2090-01-01T00:00:00Z',
    });
    expect(tooLate.status).toBe(400);

    await ask('ann', 'post', `/environments/${id}/sleep`);
    await backend.reach(id, 'asleep');
    await ask('ann', 'post', `/environments/${id}/wake`);
    await backend.reach(id, 'ready');

    const mistyped = await ask('ann', 'delete', `/environments/${id}`, {
      confirm: 'night',
    });
    expect(mistyped.body.error.problems).toMatchObject([{ path: 'confirm' }]);
    await ask('ann', 'delete', `/environments/${id}`, {
      confirm: 'night-fares',
    });
    await backend.reach(id, 'gone');
    const history = await ask('ann', 'get', `/environments/${id}/history`);
    const kinds = history.body.items.map((one: { kind: string }) => one.kind);
    expect(kinds).toEqual(
      expect.arrayContaining([
        'created',
        'secret-given',
        'changed',
        'extended',
        'slept',
        'woken',
        'deleted',
      ]),
    );
    const told = backend.news.map(
      ({ what, environment }) => `${what} ${environment.operation}`,
    );
    // Not that it ends in eight hours, which is what was asked for.
    expect(told.filter(one => !one.startsWith('changed'))).toEqual([
      'ready create',
      'ready update',
      'ready wake',
      'gone delete',
    ]);

    const kept = JSON.stringify([
      await backend.store.find(id),
      await backend.store.material(id),
      await backend.store.steps(id),
      history.body,
      backend.audit.written,
      backend.logged,
      backend.news,
      answers,
    ]);
    expect(kept.length).toBeGreaterThan(10_000);
    expect(kept).not.toContain(SECRET);
    expect(kept).not.toContain(btoa(SECRET));
  }, 180_000);

  it('says everything that is wrong, and makes nothing of it', async () => {
    const wrong = await ask('ann', 'post', '/environments', {
      ...SPECIFICATION,
      name: 'Über',
      expiresIn: 'soon',
    });
    expect(wrong.status).toBe(400);
    expect(
      wrong.body.error.problems.map((one: { path: string }) => one.path),
    ).toEqual(['expiresIn', 'name']);
    const blocked = await ask('ann', 'post', '/environments', {
      ...SPECIFICATION,
      name: 'big',
      size: 'XXL',
      expiresIn: 'P90D',
      services: [{ name: 'nowhere' }],
    });
    expect(blocked.status).toBe(400);
    expect(
      blocked.body.error.warnings.map((one: { code: string }) => one.code),
    ).toEqual(
      expect.arrayContaining([
        'size-over-limit',
        'life-over-limit',
        'service-unknown',
      ]),
    );
    const elsewhere = await ask('ann', 'post', '/environments', {
      ...SPECIFICATION,
      cluster: 'prod-1',
    });
    expect(elsewhere.body.error.problems).toMatchObject([{ path: 'cluster' }]);
    const { body } = await ask('ann', 'get', '/environments');
    expect(body.total).toBe(0);
  });
});
