import {
  EnvironmentRecord,
  EnvironmentState,
} from '@domaindeck/backstage-plugin-environments-common';
import { FakeClock } from '@domaindeck/backstage-plugin-workloads-node/testUtils';
import { environmentRecord } from '../__testUtils__/environmentRecord';
import { refusal } from '../__testUtils__/StandingApi';
import { waitForState } from './waitForState';

const START = environmentRecord({ state: 'requested' });

/** Waits while the environment becomes one thing after the other, and stays the last. */
async function waited(
  seen: readonly (Partial<EnvironmentRecord> | Error)[],
  options: {
    readonly wanted?: readonly EnvironmentState[];
    readonly limitMs?: number;
    readonly abortAfter?: number;
  } = {},
) {
  const clock = FakeClock.create();
  const log: string[] = [];
  const abort = new AbortController();
  let looks = 0;
  const end = waitForState({
    client: {
      getEnvironment: async () => {
        const now = seen[Math.min(looks++, seen.length - 1)];
        if (looks === options.abortAfter) {
          abort.abort();
        }
        if (now instanceof Error) {
          throw now;
        }
        return environmentRecord(now);
      },
    },
    clock,
    logger: { info: text => log.push(text) },
    signal: abort.signal,
    record: START,
    wanted: options.wanted ?? ['ready'],
    limitMs: options.limitMs ?? 60_000,
    page: 'https://portal.example/page',
  });
  let isOver = false;
  const over = () => {
    isOver = true;
  };
  end.then(over, over);
  while (!isOver) {
    await new Promise(resolve => setImmediate(resolve));
    clock.advance(2_000);
  }
  return { record: await end, log, clock, looks };
}

describe('waitForState', () => {
  it('tells each step once, and why it waits', async () => {
    const progress = {
      operation: 'create',
      step: 'start',
      position: 6,
      of: 8,
    } as const;
    const pulling = {
      ...progress,
      service: 'pricing',
      reason: { code: 'pulling', message: 'Pulling the image' },
    } as const;
    const { record, log, clock } = await waited([
      { state: 'provisioning', progress },
      { state: 'provisioning', progress: pulling },
      { state: 'provisioning', progress: pulling },
      { state: 'ready' },
    ]);
    expect(record.state).toBe('ready');
    expect(log).toEqual([
      'Is requested',
      'Step 6 of 8, start',
      'Step 6 of 8, start: pricing: Pulling the image',
    ]);
    expect(clock.pending).toBe(0);
  });

  it('says where to give the secrets that are missing, and goes on when they are given', async () => {
    const { log } = await waited([
      {
        state: 'needs-secrets',
        pendingSecrets: [
          { name: 'bank', keys: ['key'], services: ['pricing'] },
        ],
      },
      { state: 'ready' },
    ]);
    expect(log[1]).toBe(
      'Waits for the values of bank; give them at https://portal.example/page',
    );
  });

  it('asks again while the backend does not answer', async () => {
    const { record, looks } = await waited([
      new TypeError('fetch failed'),
      await refusal(503, { message: 'starting' }),
      await refusal(429, { message: 'slower' }),
      { state: 'ready' },
    ]);
    expect(record.state).toBe('ready');
    expect(looks).toBe(4);
  });

  it('gives up at the end of its time, with what it waited for last', async () => {
    await expect(
      waited([{ state: 'provisioning' }], { limitMs: 10_000 }),
    ).rejects.toThrow(
      /^The environment "night-fares" is not ready after PT10S\. Is provisioning\. The work goes on/,
    );
  });

  it('fails when somebody takes away the environment or the right', async () => {
    await expect(waited([{ state: 'deleting' }])).rejects.toThrow(
      'Somebody has deleted the environment "night-fares" meanwhile',
    );
    await expect(
      waited([await refusal(403, { message: 'no more' })]),
    ).rejects.toMatchObject({ name: 'ResponseError' });
  });

  it('takes what is not there any more for gone, where that is wanted', async () => {
    const wanted = ['gone'] as const;
    const missing = await refusal(404, { message: 'none' });
    const { record } = await waited([{ state: 'deleting' }, missing], {
      wanted,
    });
    expect(record.state).toBe('gone');
    await expect(waited([missing])).rejects.toMatchObject({
      name: 'ResponseError',
    });
  });

  it('ends with the task, and leaves no timer', async () => {
    await expect(
      waited([{ state: 'provisioning' }], { abortAfter: 2 }),
    ).rejects.toThrow('Waiting was cancelled');
  });
});
