import { judgeOpening } from './judgeOpening';

const floor = { p50: 0.5, p95: 1, bytes: 15 };
const peer = { p50: 150, p95: 200, bytes: 700_000, requests: 150 };
const ours = { p50: 8, p95: 14, bytes: 20_000, requests: 0 };

function met(changes: {
  viewers?: number;
  clusters?: number;
  pods?: number;
  ours?: Partial<typeof ours>;
}): Record<string, boolean> {
  return Object.fromEntries(
    judgeOpening({
      id: 'x',
      place: 'somewhere',
      viewers: changes.viewers ?? 1,
      clusters: changes.clusters ?? 10,
      pods: changes.pods ?? 20,
      ours: { ...ours, ...changes.ours },
      peer,
      floor,
    }).map(result => [result.id.slice(2), result.met]),
  );
}

describe('judgeOpening', () => {
  it('meets and misses each goal by its own figure', () => {
    const all = { p50: true, p95: true, bytes: true, requests: true };
    expect(met({})).toEqual(all);
    expect(met({ ours: { p50: 16 } })).toEqual({ ...all, p50: false });
    expect(met({ ours: { p95: 15.1 } })).toEqual({ ...all, p95: false });
    expect(met({ ours: { bytes: 61_441 } })).toEqual({ ...all, bytes: false });
    expect(met({ ours: { requests: 1 } })).toEqual({ ...all, requests: false });
  });

  it('gives many viewers and many pods the time that was set for them', () => {
    const judge = (viewers: number, pods: number, p95: number) =>
      met({ viewers, pods, ours: { p50: 1, p95 } }).p95;
    expect([judge(50, 20, 60), judge(50, 20, 61)]).toEqual([true, false]);
    expect([judge(1, 100, 50), judge(1, 100, 51)]).toEqual([true, false]);
    expect([judge(50, 100, 250), judge(50, 100, 251)]).toEqual([true, false]);
  });

  it('asks ten times with ten clusters, and no worse with fewer', () => {
    const slow = { ours: { p50: 100, p95: 21 } };
    expect(met({ ...slow, viewers: 8 })).toMatchObject({
      p50: false,
      p95: false,
    });
    expect(met({ ...slow, viewers: 8, clusters: 4 })).toMatchObject({
      p50: true,
      p95: true,
    });
  });
});
