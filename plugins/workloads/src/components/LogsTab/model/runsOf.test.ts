import { runsOf } from './runsOf';

const lastEnd = {
  startedAt: '2026-11-24T10:00:00Z',
  at: '2026-11-24T10:04:00Z',
  exitCode: 137,
};
const base = { name: 'app', role: 'main', previous: true, lastEnd } as const;
const kinds = (parts: { state: 'waiting' | 'running'; restarts: number }) =>
  runsOf({ ...base, ...parts }).map(({ number, kind }) => `${number} ${kind}`);

describe('runsOf', () => {
  it('counts the run that ended last, whether the next has begun or not', () => {
    expect(kinds({ state: 'waiting', restarts: 2 })).toEqual([
      '1 past',
      '2 past',
      '3 ended',
    ]);
    expect(kinds({ state: 'running', restarts: 2 })).toEqual([
      '1 past',
      '2 ended',
      '3 current',
    ]);
    expect(kinds({ state: 'waiting', restarts: 0 })).toEqual(['1 ended']);
  });

  it('shows the latest of many', () => {
    expect(kinds({ state: 'waiting', restarts: 30 })).toEqual([
      '27 past',
      '28 past',
      '29 past',
      '30 past',
      '31 ended',
    ]);
  });

  it('knows when the last one began and ended', () => {
    expect(runsOf({ ...base, state: 'waiting', restarts: 0 })[0]).toMatchObject(
      { startedAt: lastEnd.startedAt, endedAt: lastEnd.at },
    );
  });
});
