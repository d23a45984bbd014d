import {
  LogCounts,
  useLogText,
} from '@domaindeck/backstage-plugin-workloads-react';

/** How many lines are shown: of those that were read, or of those that match where a store does not tell what it read. */
export function LineCounts(props: {
  counts: LogCounts;
  /** Lines of the whole range that match, where they were counted. */
  total: number | undefined;
}): JSX.Element {
  const { scanned, matched } = props.counts;
  const { total } = props;
  const t = useLogText();
  const shown = matched.toLocaleString();
  if (scanned !== undefined) {
    return (
      <>
        {t('logs.counts.shown', { shown, scanned: scanned.toLocaleString() })}
      </>
    );
  }
  return total !== undefined && total > matched ? (
    <>{t('logs.counts.ofTotal', { shown, total: total.toLocaleString() })}</>
  ) : (
    <>{t('logs.counts.lines', { count: matched, lines: shown })}</>
  );
}
