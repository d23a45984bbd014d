import { aWorkload } from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import { pricing, pricingDetail } from '../__testUtils__/pricingWorld';
import { checkRows } from './checkRows';
import { releaseSteps } from './releaseSteps';

const conditions = pricingDetail.conditions!;
const rolling = aWorkload({
  cluster: 'dev-1',
  name: 'ledger',
  health: 'progressing',
  replicas: { desired: 3, ready: 1, updated: 1, available: 1 },
});

describe('checkRows', () => {
  it('marks what is not as it should be by how the workload fares', () => {
    const marks = (workload: typeof pricing) =>
      checkRows({ workload, conditions }).map(row => row.mark);
    expect(marks(pricing)).toEqual(['failed', 'healthy']);
    expect(marks({ ...pricing, health: 'degraded' })).toEqual([
      'degraded',
      'healthy',
    ]);
    expect(marks(rolling)).toEqual(['progressing', 'progressing']);
  });

  it('says how far a rollout is, and when it ran out of time', () => {
    const [, progress] = checkRows({ workload: rolling, conditions });
    expect(progress.text).toEqual([
      { key: 'panel.checks.rolling', params: { updated: 1, desired: 3 } },
    ]);
    const [late] = checkRows({
      workload: rolling,
      conditions: [
        {
          type: 'Progressing',
          status: 'False',
          good: false,
          reason: 'ProgressDeadlineExceeded',
        },
      ],
    });
    expect(late.text).toEqual([{ key: 'panel.checks.deadline' }]);
  });

  it('shows a condition that it does not know in the words of the cluster', () => {
    const [row] = checkRows({
      workload: pricing,
      conditions: [
        { type: 'toString', status: 'Unknown', message: 'nobody knows' },
      ],
    });
    expect(row).toMatchObject({
      mark: 'unknown',
      title: { text: 'toString' },
      text: [{ text: 'nobody knows' }],
    });
  });

  it.each([
    [{ current: 3, desired: 3 }, 'healthy', 'panel.checks.steady'],
    [{ current: 3, desired: 5 }, 'healthy', 'panel.checks.growing'],
    [{ current: 5, desired: 3 }, 'healthy', 'panel.checks.shrinking'],
    [{ current: 8, desired: 8 }, 'degraded', 'panel.checks.atMax'],
    [{ current: 8, desired: 8, min: 8 }, 'healthy', 'panel.checks.steady'],
    [
      { current: 3, desired: 3, metrics: [{ name: 'CPU' }] },
      'degraded',
      'panel.checks.steady',
    ],
  ] as const)('says what the autoscaler does: %j', (parts, mark, key) => {
    const [row] = checkRows({
      workload: pricing,
      conditions: [],
      autoscaler: {
        name: 'pricing',
        min: 3,
        max: 8,
        ...parts,
        metrics: 'metrics' in parts ? [...parts.metrics] : [],
      },
    });
    expect(row.mark).toBe(mark);
    expect(row.text[0]).toMatchObject({ key });
  });
});

describe('releaseSteps', () => {
  it('gives releases newest first with the images that each changed', () => {
    const [newer, older] = pricingDetail.releases!;
    expect(releaseSteps([older, newer]).map(step => step.changes)).toEqual([
      [{ container: 'app', from: '5.2.0', to: '5.2.1' }],
      [
        { container: 'app', from: undefined, to: '5.2.0' },
        { container: 'proxy', from: undefined, to: '1.30.4' },
      ],
    ]);
  });

  it('tells images without a tag apart by their digest', () => {
    const release = (revision: number, digest: string) => ({
      revision,
      at: '2026-11-23T06:00:00Z',
      current: false,
      images: [
        { container: 'app', image: `r.example.com/a@${digest}`, digest },
      ],
    });
    const [step] = releaseSteps([
      release(1, 'sha256:1111111111111111'),
      release(2, 'sha256:2222222222222222'),
    ]);
    expect(step.changes).toEqual([
      { container: 'app', from: '111111111111', to: '222222222222' },
    ]);
  });

  it('finds no change where only settings changed', () => {
    const [newer] = pricingDetail.releases!;
    const [step] = releaseSteps([newer, { ...newer, revision: 1 }]);
    expect(step.changes).toEqual([]);
  });
});
