import { KubernetesObject } from '../../objects';
import { Setting } from '../settings';
import { consumptionOf } from './consumption';

/** Of a workload that a Service leads to, by its command alone. */
function levelOf(...words: string[]): string {
  const workload: KubernetesObject = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'shop' },
  };
  const settings = words.map(
    (value): Setting => ({ name: '', value, from: 'argument', of: 'shop' }),
  );
  return consumptionOf(workload, settings, { known: true, edges: [] }, true)
    .level;
}

describe('consumptionOf', () => {
  it('knows workers by their command, also where a Service leads to their metrics', () => {
    expect([
      levelOf('bundle', 'exec', 'sidekiq'),
      levelOf('celery', '-A', 'shop', 'worker', '--loglevel=info'),
      levelOf('rake', 'resque:work'),
      levelOf('php', 'artisan', 'horizon'),
    ]).toEqual(['yes', 'yes', 'yes', 'yes']);
  });

  it('takes a page that only watches a queue, or is called like one, for no worker', () => {
    expect([
      levelOf('celery', '-A', 'shop', 'flower', '--broker=redis://worker:6379'),
      levelOf('resque-web', '-F'),
      levelOf('serve', '--theme', 'horizon'),
    ]).toEqual(['no', 'no', 'no']);
  });

  it('takes no longer for a long command than it has letters', () => {
    const before = performance.now();
    levelOf('celery '.repeat(40_000));
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});
