import { readFileSync } from 'fs';
import { resolve } from 'path';
import {
  Health,
  Workload,
} from '@domaindeck/backstage-plugin-workloads-common';
import { projectNamespace } from './projectNamespace';
import { readRecording } from './testUtils';

const page = readFileSync(
  resolve(__dirname, '../../../../docs/health-rules.md'),
  'utf8',
);

/** The table of problems: code, whether it fails, sentence. Each has the recording of its name. */
const documented = [
  ...page.matchAll(/^\| `([a-z-]+)` +\| ([^|]+?) +\| [^|]+ \| ([^|]+?) +\|$/gm),
].map(([, code, fails, sentence]) => ({ code, fails, sentence }));

/** Minutes after the recording at which it is judged, where a rule has to wait longer than five. */
const AFTER: Readonly<Record<string, number>> = {
  'job-retrying': 1,
  'not-ready': 2,
  'slow-start': 15,
  'rollout-stuck': 15,
};

/** What a workload whose trouble does not make it fail is then. */
const HEALTH: Readonly<Record<string, Health>> = {
  'node-lost': 'degraded',
  'not-ready': 'progressing',
  'slow-start': 'degraded',
  'job-retrying': 'progressing',
  evicted: 'healthy',
  terminating: 'healthy',
  'autoscaler-limit': 'healthy',
  'autoscaler-blind': 'healthy',
  other: 'degraded',
};

function judge(recording: string, after = AFTER[recording] ?? 5): Workload {
  const { rows, at } = readRecording(recording);
  const workloads = projectNamespace(
    rows,
    new Date(at.getTime() + after * 60_000),
  );
  expect(workloads).toHaveLength(1);
  return workloads[0];
}

describe('objects of a real cluster', () => {
  it('are recorded for every documented problem', () => {
    expect(documented.length).toBeGreaterThan(20);
  });

  it.each(documented)(
    'are judged as documented: $code',
    ({ code, fails, sentence }) => {
      const { health, problems } = judge(code);
      expect(problems.map(problem => problem.code)).toContain(code);
      expect(problems.find(problem => problem.code === code)?.message).toBe(
        sentence,
      );
      expect(health).toBe(fails === 'no' ? HEALTH[code] : 'failed');
    },
  );

  it.each([
    [
      'bounds',
      'admission',
      '2 pods cannot be created: the namespace bounds memory at 1Gi, 2Gi is asked',
    ],
    [
      'service-account',
      'config-missing',
      'No pod can be created: ServiceAccount pricing is missing',
    ],
    ['job-deadline', 'deadline', 'The job took longer than it may'],
  ])('tell other forms of a problem: %s', (recording, code, message) => {
    expect(judge(recording)).toMatchObject({
      health: 'failed',
      problems: [{ code, message }],
    });
  });

  it('are forgiven nothing by the moment at which a pod was looked at', () => {
    // One minute without a node is no failure yet.
    expect(judge('unschedulable', 0)).toMatchObject({
      health: 'progressing',
      problems: [{ code: 'unschedulable', params: { nodesTotal: 3 } }],
    });
    // The kubelet that told of the check has been silent for too long to blame it.
    expect(judge('liveness', 15).problems[0].code).toBe('crash-loop');
    expect(judge('rollout-stuck', 5)).toMatchObject({
      health: 'progressing',
      problems: [],
    });
  });
});
