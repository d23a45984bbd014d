import { JsonObject } from '@backstage/types';
import { environmentRecord } from '../__testUtils__/environmentRecord';
import { runAction } from '../__testUtils__/runAction';
import { StandingApi } from '../__testUtils__/StandingApi';
import { deleteEnvironmentAction } from './deleteEnvironmentAction';
import { extendEnvironmentAction } from './extendEnvironmentAction';
import { updateEnvironmentAction } from './updateEnvironmentAction';

describe('environment:update', () => {
  const update = async (input: JsonObject) => {
    const api = StandingApi.create();
    await runAction(updateEnvironmentAction, api, {
      environment: 'e-1',
      ...input,
    });
    return api.calls[1][1];
  };

  it('sends only what is given, and which state it was given for', async () => {
    expect(await update({ size: 'L', why: '' })).toEqual({
      size: 'L',
      generation: 3,
    });
    expect(await update({ services: [{ name: 'orders' }] })).toEqual({
      services: [{ name: 'orders' }],
      generation: 3,
    });
  });

  it('changes, adds and drops services and leaves the others', async () => {
    expect(
      await update({
        setServices: [
          { name: 'pricing', image: 'registry.example/pricing:mine' },
          { name: 'orders', version: '1.0.0' },
        ],
        dropServices: ['gateway'],
      }),
    ).toEqual({
      services: [
        {
          name: 'pricing',
          image: 'registry.example/pricing:mine',
          env: { NIGHT: '1' },
        },
        { name: 'orders', version: '1.0.0' },
      ],
      generation: 3,
    });
    expect(
      await update({ setServices: [{ name: 'pricing', replicas: 2 }] }),
    ).toMatchObject({
      services: [
        { name: 'pricing', version: '5.3.0-rc1', replicas: 2 },
        { name: 'gateway' },
      ],
    });
  });

  it('refuses what contradicts itself or changes nothing', async () => {
    await expect(
      update({ services: [], setServices: [{ name: 'orders' }] }),
    ).rejects.toThrow('services: give either the whole list');
    await expect(update({ dropServices: ['ledger'] })).rejects.toThrow(
      'dropServices: "night-fares" does not run ledger itself',
    );
    await expect(update({})).rejects.toThrow('Nothing is given');
  });

  it('plans in a dry run what it would become', async () => {
    const api = StandingApi.create();
    await runAction(
      updateEnvironmentAction,
      api,
      {
        environment: 'e-1',
        dropServices: ['gateway'],
        sleepWhenUnused: 'PT4H',
      },
      { isDryRun: true },
    );
    expect(api.calls[1]).toEqual([
      'plan',
      {
        environment: 'e-1',
        specification: {
          ...environmentRecord().specification,
          services: [
            { name: 'pricing', version: '5.3.0-rc1', env: { NIGHT: '1' } },
          ],
          sleepWhenUnused: 'PT4H',
        },
      },
    ]);
  });
});

describe('environment:extend', () => {
  it('counts from the end that there was when the task began', async () => {
    const api = StandingApi.create();
    const kept = new Map<string, unknown>();
    // As a task keeps it: what was found once is found again.
    const checkpoint = async (opts: {
      key: string;
      fn: () => Promise<unknown>;
    }) => {
      const value = kept.get(opts.key) ?? (await opts.fn());
      kept.set(opts.key, value);
      return value;
    };
    for (let attempt = 1; attempt <= 2; attempt++) {
      await runAction(
        extendEnvironmentAction,
        api,
        { environment: 'e-1', by: 'P1D' },
        { checkpoint: checkpoint as never },
      );
      api.record = environmentRecord({ expiresAt: '2026-11-05T09:00:00.000Z' });
    }
    expect(api.calls.filter(([call]) => call !== 'get e-1')).toEqual([
      ['extend e-1', '2026-11-05T09:00:00.000Z'],
      ['extend e-1', '2026-11-05T09:00:00.000Z'],
    ]);
    expect(api.keys[0]).toBe(api.keys[1]);
  });

  it('wants one end, and one that is a time', async () => {
    const run = (input: JsonObject, isDryRun = false) =>
      runAction(
        extendEnvironmentAction,
        StandingApi.create(),
        { environment: 'e-1', ...input },
        { isDryRun },
      );
    await expect(run({})).rejects.toThrow('Give either by or expiresAt');
    await expect(
      run({ by: 'P1D', expiresAt: '2026-11-05T00:00:00Z' }),
    ).rejects.toThrow('Give either by or expiresAt');
    await expect(run({ by: 'a day' })).rejects.toThrow('by: "a day" is not');
    await expect(run({ expiresAt: 'tomorrow' })).rejects.toThrow(
      'expiresAt: "tomorrow" is not',
    );
    await expect(run({ by: 'P30D' }, true)).rejects.toThrow(
      'expiresAt: it may not end later than 2026-11-15T09:00:00.000Z',
    );
  });
});

describe('environment:delete', () => {
  it('sends the name as it was typed, and judges it in a dry run too', async () => {
    const api = StandingApi.create();
    const run = (isDryRun: boolean) =>
      runAction(
        deleteEnvironmentAction,
        api,
        { environment: 'e-1', confirm: 'night-fare' },
        { isDryRun },
      );
    await run(false);
    expect(api.calls[1]).toEqual(['delete e-1', 'night-fare']);
    await expect(run(true)).rejects.toThrow(
      'confirm: "night-fare" is not the name of the environment.',
    );
  });
});
