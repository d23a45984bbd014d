import { MetricsAnswer } from '@domaindeck/backstage-plugin-workloads-common';
import { PanelDetail } from './PanelDetail';
import { PanelLine, panelLines } from './panelLines';
import { restartBars } from './restartBars';
import { shareOfRequest } from './shareOfRequest';

/** What is drawn of an answer. */
export interface PanelSeries {
  readonly lines: readonly PanelLine[];
  readonly form: 'lines' | 'steps' | 'bars';
  /** RFC 3339 time of the first value. */
  readonly from: string;
  /** Seconds. */
  readonly step: number;
  readonly unit: MetricsAnswer['unit'];
  /**
   * `nothing`: nothing was measured. `quiet`: it was, and nothing happened, which a sentence says better than a chart.
   */
  readonly state: 'curves' | 'nothing' | 'quiet';
}

/** Panels that tell of trouble alone. */
const TROUBLE: readonly string[] = ['restarts', 'throttling'];

/**
 * Chooses what is drawn of an answer, and in which form.
 *
 * @param look - whether few lines, every pod or every container is drawn
 * @param relative - whether what is used is told as share of what is asked for
 */
export function panelSeries(
  answer: MetricsAnswer,
  look: PanelDetail,
  relative: boolean,
): PanelSeries {
  const { panel, from, step, unit } = answer;
  if (panel === 'restarts') {
    return restarts(answer);
  }
  const drawn = relative ? shareOfRequest(answer) : answer;
  const lines = panelLines(drawn, look);
  const measured = lines
    .filter(({ kind }) => kind !== 'request' && kind !== 'limit')
    .flatMap(({ values }) => values)
    .filter((value): value is number => value !== null);
  return {
    lines,
    form: panel === 'replicas' ? 'steps' : 'lines',
    from,
    step,
    unit: relative ? 'ratio' : unit,
    state: stateOf(panel, measured),
  };
}

function restarts(answer: MetricsAnswer): PanelSeries {
  const bars = restartBars(answer);
  const lines = (['restarts', 'oom'] as const).map(name => ({
    key: name,
    kind: 'measure' as const,
    name,
    values: bars[name],
  }));
  const measured = answer.series.some(({ values }) =>
    values.some(value => value !== null),
  );
  return {
    lines,
    form: 'bars',
    from: bars.from,
    step: bars.step,
    unit: answer.unit,
    state: stateOf(answer.panel, measured ? [...bars.restarts] : []),
  };
}

function stateOf(
  panel: MetricsAnswer['panel'],
  measured: readonly number[],
): PanelSeries['state'] {
  if (measured.length === 0) {
    return 'nothing';
  }
  return TROUBLE.includes(panel) && measured.every(value => value === 0)
    ? 'quiet'
    : 'curves';
}
