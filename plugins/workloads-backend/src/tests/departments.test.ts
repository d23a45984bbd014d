import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Grant } from '@domaindeck/backstage-plugin-access-common';
import { createTestPolicy } from '@domaindeck/backstage-plugin-permission-backend-module-access/testUtils';
import { StreamRecord } from '@domaindeck/backstage-plugin-workloads-common';
import { assembleForTest, TestAssembly } from '../__testUtils__';

const PAYMENTS = 'domain:default/payments';

/** Milliseconds after the change by which a stream must have ended. */
const LIMIT = 30_000;

const GRANT: Grant = {
  id: 'developers',
  subject: 'group:default/checkout-engineering',
  domains: [PAYMENTS],
  where: { tiers: ['development'] },
  role: 'developer',
};

describe('the streams of a person whose rights end', () => {
  let services: TestAssembly;
  let grants: Grant[];
  let caller: AbortController;

  beforeEach(() => {
    services = assembleForTest();
    caller = new AbortController();
    grants = [GRANT];
    const { entities, clock } = services;
    const current = () => catalogServiceMock({ entities });
    const policy = createTestPolicy({
      grants: () => grants,
      catalog: catalogServiceMock.mock({
        streamEntities: (query, by) => current().streamEntities(query, by),
      }),
      auth: mockServices.auth(),
      logger: mockServices.logger.mock(),
      now: () => clock.now(),
    });
    services.decide((permission, credentials) => {
      const { userEntityRef } = credentials.principal as {
        userEntityRef: string;
      };
      return policy.handle(
        { permission },
        {
          // A token from before: it still says what the person was then.
          credentials: mockCredentials.user(userEntityRef),
          info: { userEntityRef, ownershipEntityRefs: [GRANT.subject] },
        },
      );
    });
  });

  afterEach(() => {
    caller.abort();
    services.stop();
  });

  const credentials: BackstageCredentials = mockCredentials.user(
    'user:default/dev-one',
  );

  async function open(more: { expiresAt?: Date; revision?: string } = {}) {
    const { expiresAt, revision } = more;
    const from =
      revision ??
      (
        await services.workloads.getSnapshot({
          credentials,
          entityRef: PAYMENTS,
          filter: {},
        })
      ).revision;
    const stream = services.workloads
      .streamChanges({
        credentials: { ...credentials, expiresAt },
        entityRef: PAYMENTS,
        revision: from,
        poll: false,
        signal: caller.signal,
      })
      [Symbol.asyncIterator]();
    return { stream, first: (await stream.next()).value as StreamRecord[] };
  }

  /** Reads on while the clock goes; gives the last record and the milliseconds until it came. */
  async function endOf(stream: AsyncIterator<readonly StreamRecord[]>) {
    const begin = services.clock.now().getTime();
    const records: StreamRecord[] = [];
    let over = false;
    const reading = (async () => {
      for (;;) {
        const { value, done } = await stream.next();
        if (done) {
          over = true;
          return;
        }
        records.push(...value);
      }
    })();
    let elapsed = 0;
    while (!over && elapsed <= 2 * LIMIT) {
      for (let turn = 0; turn < 20 && !over; turn += 1) {
        await new Promise(setImmediate);
      }
      elapsed = services.clock.now().getTime() - begin;
      if (!over) {
        services.clock.advance(1_000);
      }
    }
    if (!over) {
      caller.abort();
    }
    await reading;
    return { last: records.at(-1), elapsed };
  }

  /** Takes every member out of the department, as the catalog does it: a relation is gone. */
  function leaveDepartment(): void {
    const { entities } = services;
    const index = entities.findIndex(
      ({ metadata }) => metadata.name === 'checkout-engineering',
    );
    entities[index] = {
      ...entities[index],
      relations: entities[index].relations?.filter(
        ({ type }) => type !== 'hasMember',
      ),
    };
  }

  // However old the copy of the departments is when the person leaves.
  it.each([0, 4_000, 9_000, 14_000])(
    'end within 30 s of leaving the department in the catalog, %d ms after they began',
    async age => {
      const { stream, first } = await open();
      expect(first).toMatchObject([{ type: 'heartbeat' }]);
      services.clock.advance(age);
      await new Promise(setImmediate);
      leaveDepartment();
      const { last, elapsed } = await endOf(stream);
      expect(last).toEqual({ type: 'end', reason: 'revoked' });
      expect(elapsed).toBeLessThanOrEqual(LIMIT);
    },
  );

  it('end within 30 s of the end of the grant, though nobody tells', async () => {
    const { stream } = await open();
    grants = [];
    const { last, elapsed } = await endOf(stream);
    expect(last).toEqual({ type: 'end', reason: 'revoked' });
    expect(elapsed).toBeLessThanOrEqual(LIMIT);
  });

  it('end by themselves when the grant has an end', async () => {
    const until = new Date(services.clock.now().getTime() + 40_000);
    grants = [{ ...GRANT, until: until.toISOString() }];
    const { stream } = await open();
    services.clock.advance(10_000);
    const { last, elapsed } = await endOf(stream);
    expect(last).toEqual({ type: 'end', reason: 'revoked' });
    expect(elapsed).toBeLessThanOrEqual(LIMIT + 30_000);
  });

  it('stay open while the person belongs to the department', async () => {
    const { stream } = await open();
    expect(await endOf(stream)).toMatchObject({
      last: { type: 'heartbeat' },
    });
  });

  it('end with the token that opened them, and go on with a new one where they were', async () => {
    const before = services.clock.now().getTime();
    const { stream, first } = await open({
      expiresAt: new Date(before + 20_000),
    });
    const [{ revision }] = first as { revision: string }[];
    const { last, elapsed } = await endOf(stream);
    expect(last).toEqual({ type: 'end', reason: 'reauthenticate' });
    expect(elapsed).toBe(20_000);
    services.reader.remove('dev-1', 'deployments', 'payments-dev-risk');
    const resumed = await open({
      revision,
      expiresAt: new Date(before + 3_600_000),
    });
    expect(resumed.first).toMatchObject([
      { type: 'delete', id: 'dev-1/payments-dev/Deployment/risk' },
      { type: 'heartbeat' },
    ]);
  });

  it('do not begin again with the old token for who has left', async () => {
    const { stream, first } = await open();
    const [{ revision }] = first as { revision: string }[];
    leaveDepartment();
    await endOf(stream);
    services.forgetDecisions();
    await expect(open({ revision })).rejects.toMatchObject({
      name: 'NotFoundError',
    });
  });
});
