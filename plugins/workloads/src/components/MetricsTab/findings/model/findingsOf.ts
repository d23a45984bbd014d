import {
  MetricMark,
  MetricsAnswer,
  ReleaseMark,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  fullIn,
  panelLines,
  Value,
} from '@domaindeck/backstage-plugin-workloads-react';
import { Finding, Findings } from './Finding';
import { Answers, sinceRelease } from './sinceRelease';

const DAY_SECONDS = 86_400;
/** Of what a pod may use: the next rush or leak reaches it. */
const FULL = 0.9;
/** Of its time: people notice it. */
const THROTTLED = 0.1;
/** Of its quota: the next release may not fit. */
const QUOTA = 0.9;
/** Days until a volume is full: a person has time to act. */
const FILLING_DAYS = 7;
/** A share of errors that is worth a word. */
const ERRORS = 0.001;
/** Restarts of which one is no sign. */
const RESTARTS = 3;
/** More releases than these nobody looks at one by one. */
const RELEASES = 10;

/**
 * What stands out in the charts, the worst first.
 *
 * @param marks - what happened in the time that is shown, oldest first
 * @param to - end of that time, in milliseconds since 1970
 * @param names - of all workloads that are shown
 */
export function findingsOf(
  answers: Answers,
  marks: readonly MetricMark[],
  to: number,
  names: readonly string[],
): Findings {
  const since = worstRelease(answers, marks, to, names);
  return {
    ...since,
    findings: [
      ...(since?.findings ?? []),
      ...endsIn(marks),
      ...fullest(answers.memory),
      ...throttledMost(answers.throttling),
      ...filling(answers.volumes),
      ...fullQuota(answers.quota),
    ],
  };
}

/** The newest release after which something is worse than it was. */
function worstRelease(
  answers: Answers,
  marks: readonly MetricMark[],
  to: number,
  names: readonly string[],
): Findings | undefined {
  const releases = marks
    .filter((mark): mark is ReleaseMark => mark.type === 'release')
    .reverse();
  for (const release of releases.slice(0, RELEASES)) {
    const next = [...releases]
      .reverse()
      .find(
        one =>
          one.workload === release.workload &&
          Date.parse(one.at) > Date.parse(release.at),
      );
    const until = next ? Date.parse(next.at) : to;
    const rows = sinceRelease(answers, release, until, names);
    const rowOf = (id: string) => rows.find(({ measure }) => measure.id === id);
    const findings = [
      ...slower(rowOf('latency.p95'), 'p95'),
      ...failing(rowOf('errors')),
    ];
    // The median alone tells of the whole of it only where no percentile does.
    const found =
      findings.length > 0 ? findings : slower(rowOf('latency.p50'), 'p50');
    if (found.length > 0) {
      const requests = rowOf('requests');
      return {
        findings: found,
        release,
        requestsUsual: requests && requests.verdict === 'usual',
      };
    }
  }
  return undefined;
}

type Row = ReturnType<typeof sinceRelease>[number] | undefined;

function slower(row: Row, measure: 'p50' | 'p95'): Finding[] {
  return row?.verdict === 'worse' && row.change !== undefined
    ? [{ kind: 'slower', measure, change: row.change }]
    : [];
}

function failing(row: Row): Finding[] {
  const isWorse = row?.verdict === 'worse' || row?.verdict === 'new';
  return row && isWorse && (row.after ?? 0) >= ERRORS
    ? [{ kind: 'failing', change: row.change }]
    : [];
}

function endsIn(marks: readonly MetricMark[]): Finding[] {
  const countOf = (type: MetricMark['type']) =>
    marks.reduce(
      (sum, mark) =>
        mark.type === type && 'count' in mark ? sum + mark.count : sum,
      0,
    );
  const killed = countOf('out-of-memory');
  const restarted = countOf('restart');
  return [
    ...(killed > 0 ? [{ kind: 'killed', count: killed } as const] : []),
    ...(restarted >= RESTARTS
      ? [{ kind: 'restarted', count: restarted } as const]
      : []),
  ];
}

/** The pod that is nearest to its limit at last. */
function fullest(answer: MetricsAnswer | undefined): Finding[] {
  const limits = podValues(answer, 'limit');
  const [first] = podValues(answer, 'usage')
    .flatMap(({ key, cluster, pod, last }) => {
      const limit = limits.find(one => one.key === key)?.last ?? 0;
      return limit > 0 ? [{ cluster, pod, share: last / limit }] : [];
    })
    .filter(({ share }) => share >= FULL)
    .sort((a, b) => b.share - a.share);
  return first ? [{ kind: 'full', ...first }] : [];
}

function throttledMost(answer: MetricsAnswer | undefined): Finding[] {
  const [first] = podValues(answer, 'throttled').sort(
    (a, b) => b.mean - a.mean,
  );
  return first && first.mean >= THROTTLED
    ? [
        {
          kind: 'throttled',
          cluster: first.cluster,
          pod: first.pod,
          share: first.mean,
        },
      ]
    : [];
}

function filling(answer: MetricsAnswer | undefined): Finding[] {
  const [first] = answer ? fullIn(answer) : [];
  return first && first.seconds <= FILLING_DAYS * DAY_SECONDS
    ? [{ kind: 'filling', ...first }]
    : [];
}

function fullQuota(answer: MetricsAnswer | undefined): Finding[] {
  const [first] = (answer?.series ?? [])
    .flatMap(({ measure, subject, values }) => {
      const share = lastOf(values);
      return measure === 'used' && subject !== undefined && share !== undefined
        ? [{ subject, share }]
        : [];
    })
    .filter(({ share }) => share >= QUOTA)
    .sort((a, b) => b.share - a.share);
  return first ? [{ kind: 'quota', ...first }] : [];
}

/** A measure of each pod, its containers added up: the last value and the mean. */
function podValues(answer: MetricsAnswer | undefined, measure: string) {
  if (!answer) {
    return [];
  }
  // Named as if it were used, so that pods stay apart.
  const series = answer.series
    .filter(one => one.measure === measure)
    .map(one => ({ ...one, measure: 'usage' }));
  return panelLines({ ...answer, panel: 'cpu', series }, 'each').flatMap(
    ({ key, kind, cluster = '', name, values }) => {
      const measured = values.filter((one): one is number => one !== null);
      const last = lastOf(values);
      return kind === 'pod' && last !== undefined
        ? [
            {
              key,
              cluster,
              pod: name,
              last,
              mean:
                measured.reduce((sum, one) => sum + one, 0) / measured.length,
            },
          ]
        : [];
    },
  );
}

function lastOf(values: readonly Value[]): number | undefined {
  const last = [...values].reverse().find(value => value !== null);
  return last ?? undefined;
}
