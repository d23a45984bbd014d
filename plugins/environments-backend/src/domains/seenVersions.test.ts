import {
  Change,
  Workload,
} from '@domaindeck/backstage-plugin-workloads-common';
import { seenVersions } from './seenVersions';

const runs = (namespace: string, version: string) =>
  ({
    cluster: 'dev-1',
    namespace,
    name: 'pricing',
    version,
    changedAt: '2026-01-03T00:00:00Z',
  } as Workload);
const released = (
  namespace: string,
  to: string,
  outcome: Change['outcome'] = 'superseded',
) =>
  ({
    type: 'release',
    object: { kind: 'Deployment', name: 'pricing' },
    environment: `dev-1/${namespace}`,
    at: '2026-01-01T00:00:00Z',
    to,
    outcome,
  } as Change);

describe('seenVersions', () => {
  it('tells what runs, then what ran, each once per place, and nothing that never came up', () => {
    expect(
      seenVersions(
        [runs('pay', '5.3.0'), runs('test', '5.2.0'), runs('odd', '')],
        [
          released('pay', '5.3.0', 'succeeded'),
          released('pay', '5.2.0'),
          released('pay', '5.1.0', 'failed'),
          released('pay', '5.2.0'),
          { ...released('pay', '9'), type: 'scaling' } as unknown as Change,
        ],
      ).pricing.map(
        one => `${one.version} ${one.where} ${one.runs ? 'runs' : 'ran'}`,
      ),
    ).toEqual([
      '5.3.0 dev-1/pay runs',
      '5.2.0 dev-1/test runs',
      '5.2.0 dev-1/pay ran',
    ]);
  });
});
