import { useCallback, useMemo, useState } from 'react';
import {
  MetricMark,
  MetricPanelId,
  MetricsAnswer,
} from '@domaindeck/backstage-plugin-workloads-common';
import { Findings } from './model/Finding';
import { findingsOf } from './model/findingsOf';
import { Answers } from './model/sinceRelease';

/**
 * Looks through what the panels show; nothing is asked for it.
 *
 * @param told - what happened in the time that is shown, oldest first
 * @param to - end of that time, in milliseconds since 1970
 * @param names - of all workloads that may be shown
 */
export function useFindings(
  told: ReadonlyMap<string, MetricMark>,
  to: number,
  names: readonly string[],
): {
  readonly findings: Findings;
  /** What the panels show, as far as they do. */
  readonly answers: Answers;
  readonly onAnswer: (
    panel: MetricPanelId,
    answer: MetricsAnswer | undefined,
  ) => void;
} {
  const [answers, setAnswers] = useState<Answers>({});
  const onAnswer = useCallback(
    (panel: MetricPanelId, answer: MetricsAnswer | undefined) =>
      setAnswers(before =>
        before[panel] === answer ? before : { ...before, [panel]: answer },
      ),
    [],
  );
  const findings = useMemo(
    () => findingsOf(answers, [...told.values()], to, names),
    [answers, told, to, names],
  );
  return { findings, answers, onAnswer };
}
