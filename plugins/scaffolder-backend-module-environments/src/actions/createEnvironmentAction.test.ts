import { environmentRecord } from '../__testUtils__/environmentRecord';
import { plan } from '../__testUtils__/plan';
import { runAction } from '../__testUtils__/runAction';
import { StandingApi } from '../__testUtils__/StandingApi';
import { createEnvironmentAction } from './createEnvironmentAction';

const SPECIFICATION = {
  name: 'night-fares',
  domain: 'domain:default/payments',
  cluster: 'dev-1',
  size: 'M',
  expiresIn: 'P3D',
  services: [{ name: 'pricing', version: '5.3.0-rc1' }],
};
const PAGE =
  'https://portal.example/catalog/default/domain/payments/environments/night-fares';

describe('environment:create', () => {
  it('takes a field of a form that nobody filled in for absent', async () => {
    const api = StandingApi.create();
    await runAction(createEnvironmentAction, api, {
      ...SPECIFICATION,
      why: '',
      baseline: '',
      services: [{ name: 'pricing', version: '' }],
    });
    expect(api.calls).toEqual([
      ['create', { ...SPECIFICATION, services: [{ name: 'pricing' }] }],
    ]);
  });

  it('says in a dry run what would be made, and what one should know', async () => {
    const api = StandingApi.create();
    api.planned = plan({
      cost: { currency: 'EUR', perDay: 1.5 },
      pendingSecrets: [{ name: 'bank', keys: ['key'], services: ['pricing'] }],
    });
    const { log, output } = await runAction(
      createEnvironmentAction,
      api,
      SPECIFICATION,
      { isDryRun: true },
    );
    expect(log).toEqual([
      'Would run in payments-night-fares, size M, until 2026-11-04T09:00:00.000Z: pricing 5.3.0-rc1 x1',
      'Would take from dev-1/payments-dev: ledger',
      'Would open at https://gateway-night-fares.dev.example',
      'Would cost 1.50 EUR a day',
      'Would ask for the values of the secret bank',
      'warn ledger-db: Writes reach the data of the baseline.',
    ]);
    expect(output).toEqual({ name: 'night-fares', url: PAGE });
  });

  it('fails a dry run of what may not be made, with every reason', async () => {
    const api = StandingApi.create();
    api.planned = plan({
      creatable: false,
      warnings: [
        {
          code: 'quota-person',
          severity: 'block',
          message: 'You have 3 of 3.',
          parts: {},
        },
        {
          code: 'service-registry',
          severity: 'block',
          message: 'It would register itself in the baseline.',
          parts: {},
          service: 'pricing',
        },
      ],
    });
    await expect(
      runAction(createEnvironmentAction, api, SPECIFICATION, {
        isDryRun: true,
      }),
    ).rejects.toMatchObject({
      name: 'InputError',
      message:
        'You have 3 of 3.\npricing: It would register itself in the baseline.',
    });
  });

  it('makes nothing when it is told to wait for what is no time', async () => {
    const api = StandingApi.create();
    await expect(
      runAction(createEnvironmentAction, api, {
        ...SPECIFICATION,
        wait: true,
        waitFor: '20 minutes',
      }),
    ).rejects.toThrow('waitFor: "20 minutes" is not an ISO 8601 duration');
    expect(api.calls).toEqual([]);
  });

  it('waits when asked, and fails with the reason when it stops', async () => {
    const api = StandingApi.create();
    api.record = environmentRecord({
      state: 'failed',
      problem: {
        step: 'start',
        service: 'pricing',
        message: 'The image is not there',
      },
    });
    const run = (wait: boolean) =>
      runAction(createEnvironmentAction, api, { ...SPECIFICATION, wait });
    expect((await run(false)).output.state).toBe('failed');
    await expect(run(true)).rejects.toThrow(
      `"night-fares" has stopped (start, pricing): The image is not there. Mend the cause and try again at ${PAGE}`,
    );
  });
});
