import { useMemo } from 'react';
import {
  clockTime,
  podLabel,
  useAgeText,
  useClock,
  useMetricText,
} from '@domaindeck/backstage-plugin-workloads-react';
import { changeText } from '../compare/changeText';
import { Finding, Findings } from './model/Finding';

/** A sentence with what is most of it in front. */
export interface FindingText {
  readonly head: string;
  readonly facts: string;
}

/**
 * Says what stands out, in the reader's language.
 * @param single - whether what is shown is of one workload, whose name need not be said
 */
export function useFindingText(
  { findings, release, requestsUsual }: Findings,
  single: boolean,
): FindingText | undefined {
  const t = useMetricText();
  const age = useAgeText();
  const clock = useClock();
  return useMemo(() => {
    const [first] = findings;
    if (!first) {
      return undefined;
    }
    const facts = findings.map(factOf).join(t('metrics.finding.join'));
    const head = release
      ? t(
          first.kind === 'failing'
            ? 'metrics.finding.failingSince'
            : 'metrics.finding.slowerSince',
          {
            name: single ? release.to : `${release.object.name} ${release.to}`,
            time: clockTime(release.at, clock.now()),
          },
        )
      : t(`metrics.finding.head.${first.kind}`);
    const all = t('metrics.finding.sentence', { facts });
    return {
      head,
      facts: requestsUsual ? all + t('metrics.finding.requestsUsual') : all,
    };

    function factOf(finding: Finding): string {
      switch (finding.kind) {
        case 'slower':
          return t('metrics.finding.slower', {
            measure: finding.measure,
            change: changeText(finding.change),
          });
        case 'failing':
          return finding.change === undefined
            ? t('metrics.finding.failingNew')
            : t('metrics.finding.failing', {
                change: changeText(finding.change),
              });
        case 'killed':
        case 'restarted':
          return t(
            `metrics.finding.${finding.kind}${
              finding.count === 1 ? 'Once' : ''
            }`,
            { count: finding.count },
          );
        case 'full':
        case 'throttled':
          return t(`metrics.finding.${finding.kind}`, {
            pod: podLabel(finding.cluster, finding.pod),
            share: percent(finding.share),
          });
        case 'filling':
          return t('metrics.finding.filling', {
            name: finding.subject,
            span: age(finding.seconds * 1000),
          });
        default:
          return t('metrics.finding.quota', {
            name: finding.subject,
            share: percent(finding.share),
          });
      }
    }
  }, [findings, release, requestsUsual, single, t, age, clock]);
}

function percent(share: number): string {
  return new Intl.NumberFormat(undefined, {
    style: 'percent',
    maximumFractionDigits: 0,
  }).format(share);
}
