import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  EmptyNotice,
  StatusMark,
  TextButton,
  tokensOf,
  useMetricText,
} from '@domaindeck/backstage-plugin-workloads-react';
import { CompareChart } from './CompareChart';
import { CompareTable } from './CompareTable';
import { ComparedPanel, CompareRow } from './model/compareRows';
import { SideNames } from './useCompareText';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      head: {
        display: 'flex',
        alignItems: 'center',
        gap: 16,
        minHeight: 44,
        padding: '0 16px',
        borderBottom: `1px solid ${tokens.border}`,
        '& h3': { margin: '0 auto 0 0', fontSize: 14, fontWeight: 600 },
      },
      failed: {
        display: 'flex',
        alignItems: 'center',
        gap: 6,
        padding: '8px 16px',
        borderTop: `1px solid ${tokens.border}`,
        fontSize: 12,
        lineHeight: '16px',
        color: tokens.warn.text,
      },
    };
  },
  { name: 'DomainDeckCompareBody' },
);

/** The measure that is drawn over the table of all of them. */
export function CompareBody(props: {
  /** Undefined while they are not known. */
  rows: readonly CompareRow[] | undefined;
  failed: readonly ComparedPanel[];
  names: SideNames;
  /** Id of a measure; the first unless it is one of them. */
  drawn: string | undefined;
  onDraw: (id: string) => void;
  onLogs: () => void;
  onZoom: (from: number, to: number) => void;
  onPick: (at: number) => void;
}): JSX.Element {
  const { rows, failed, names, drawn } = props;
  const classes = useStyles();
  const t = useMetricText();
  if (!rows) {
    return (
      <div role="status" aria-label={t('metrics.states.loading')}>
        <Skeleton variant="rect" height={260} />
      </div>
    );
  }
  const row = rows.find(({ measure }) => measure.id === drawn) ?? rows[0];
  const title =
    row &&
    t('metrics.compare.title', {
      measure: t(row.measure.name),
      ...names.long,
    });
  return (
    <>
      {row ? (
        <>
          <div className={classes.head}>
            <h3>{title}</h3>
            <TextButton look="link" onClick={props.onLogs}>
              {t('metrics.compare.logs')}
            </TextButton>
          </div>
          <CompareChart
            row={row}
            names={names}
            title={title}
            onZoom={props.onZoom}
            onPick={props.onPick}
          />
          <CompareTable
            rows={rows}
            names={names}
            drawn={row.measure.id}
            onDraw={props.onDraw}
          />
        </>
      ) : (
        <EmptyNotice title={t('metrics.compare.nothing.title')}>
          {t('metrics.compare.nothing.text')}
        </EmptyNotice>
      )}
      {failed.length > 0 && (
        <div
          className={classes.failed}
          role="status"
          title={failed[0].error?.message}
        >
          <StatusMark kind="degraded" decorative />
          {t('metrics.compare.failed', {
            panels: failed
              .map(({ panel }) => t(`metrics.panel.${panel}`))
              .join(', '),
          })}
        </div>
      )}
    </>
  );
}
