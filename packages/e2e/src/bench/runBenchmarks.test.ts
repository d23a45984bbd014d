import { Benchmark } from './Benchmark';
import { runBenchmarks } from './runBenchmarks';

function benchmark(id: string, unavailable?: string): Benchmark {
  const result = { what: '', value: 1, unit: '', goal: '', met: true };
  return {
    id,
    unavailable: () => unavailable,
    run: async () => [
      { ...result, id: `${id}.p50` },
      { ...result, id: `${id}.p95` },
    ],
  };
}

describe('runBenchmarks', () => {
  const all = [
    benchmark('open.embedded-1'),
    benchmark('open.embedded-10'),
    benchmark('open.real-3', 'run "x"'),
  ];
  const run = async (prefix: string) => {
    const { results, skipped } = await runBenchmarks(all, prefix, () => {});
    return [results.map(({ id }) => id), skipped];
  };

  it('runs what the prefix chooses and says what could not run', async () => {
    expect(await run('open.embedded-1.')).toEqual([
      ['open.embedded-1.p50', 'open.embedded-1.p95'],
      [],
    ]);
    expect(await run('open.embedded-10.p95')).toEqual([
      ['open.embedded-10.p95'],
      [],
    ]);
    expect((await run(''))[0]).toHaveLength(4);
    expect((await run('open.real'))[1]).toEqual(['open.real-3: run "x"']);
    await expect(run('close')).rejects.toThrow(
      'No benchmark begins with "close"',
    );
  });
});
