import { logsSearchAt } from './logsSearchAt';

const at = Date.UTC(2026, 10, 23, 14);
const mark = {
  id: 'one',
  at: '2026-11-23T14:00:00Z',
  environment: 'prod-sh/payments-prod',
  cluster: 'prod-sh',
  namespace: 'payments-prod',
  workload: 'prod-sh/payments-prod/Deployment/pricing',
  object: { kind: 'Deployment', name: 'pricing' },
  text: '',
};

describe('logsSearchAt', () => {
  it('keeps what is shown, and shows two minutes around', () => {
    const params = new URLSearchParams(
      logsSearchAt(
        at,
        undefined,
        new URLSearchParams('service=orders&env=a%2Fb&env=c%2Fd&range=PT6H'),
      ),
    );
    expect([...params]).toEqual([
      ['service', 'orders'],
      ['env', 'a/b'],
      ['env', 'c/d'],
      ['from', '2026-11-23T13:59:00.000Z'],
      ['to', '2026-11-23T14:01:00.000Z'],
    ]);
  });

  it('goes to the workload of a release, and to the container that ended', () => {
    const before = new URLSearchParams('env=a%2Fb&env=c%2Fd');
    const release = new URLSearchParams(
      logsSearchAt(at, { ...mark, type: 'release', to: '2' }, before),
    );
    expect(release.getAll('env')).toEqual(['prod-sh/payments-prod']);
    expect(release.get('service')).toBe('pricing');
    expect(release.has('pod')).toBe(false);
    const kill = new URLSearchParams(
      logsSearchAt(
        at,
        {
          ...mark,
          type: 'out-of-memory',
          pod: 'pricing-x2kqp',
          container: 'app',
          count: 1,
          within: 0,
        },
        before,
      ),
    );
    expect(kill.get('pod')).toBe('pricing-x2kqp');
    expect(kill.get('container')).toBe('app');
  });
});
