import { useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import {
  MarkKind,
  StatusMark,
  tokensOf,
  useMetricText,
  useWidth,
} from '@domaindeck/backstage-plugin-workloads-react';
import { ChangeBar } from './ChangeBar';
import { CompareRow } from './model/compareRows';
import { Verdict } from './model/verdictOf';
import { shareText } from './changeText';
import { figureText, rowChangeText, SideNames } from './useCompareText';

const MARKS: Partial<Record<Verdict, MarkKind>> = {
  worse: 'failed',
  new: 'failed',
  atLimit: 'failed',
  slightlyWorse: 'degraded',
  more: 'degraded',
  better: 'healthy',
};

/** Pixels below which there is room for the numbers alone. */
const BARS_FROM_PX = 620;

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: { overflowX: 'auto' },
      table: {
        width: '100%',
        borderCollapse: 'collapse',
        fontSize: 13,
        lineHeight: '20px',
        fontVariantNumeric: 'tabular-nums',
        '& th, & td': {
          padding: '0 12px',
          '&:first-child': { paddingLeft: 16 },
          height: 36,
          textAlign: 'left',
          fontWeight: 400,
          whiteSpace: 'nowrap',
          borderTop: `1px solid ${tokens.border}`,
        },
        '& thead th': { fontSize: 12, fontWeight: 500, color: tokens.text3 },
        '& tbody tr': { cursor: 'pointer' },
        '& tbody tr:hover > *': { background: tokens.hover },
        '& tbody tr[data-drawn] > *': { background: tokens.selected },
      },
      number: { textAlign: 'right !important' as 'right' },
      name: {
        padding: 0,
        minHeight: 28,
        border: 0,
        background: 'none',
        font: 'inherit',
        fontWeight: 500,
        color: tokens.text,
        cursor: 'pointer',
        '&:focus-visible': {
          outline: `2px solid ${tokens.link}`,
          outlineOffset: 2,
        },
      },
      change: {
        display: 'grid',
        gridTemplateColumns: '132px 72px',
        alignItems: 'center',
        gap: 8,
        '& b': { gridColumn: 2, textAlign: 'right', fontWeight: 600 },
      },
      verdict: { display: 'flex', alignItems: 'center', gap: 6 },
      usual: { marginLeft: 20, color: tokens.text2 },
      failed: { color: tokens.bad.text },
      degraded: { color: tokens.warn.text },
      healthy: { color: tokens.ok.text },
    };
  },
  { name: 'DomainDeckCompareTable' },
);

/** The measures of both sides, and what the change means; a line that is chosen is drawn. */
export function CompareTable(props: {
  rows: readonly CompareRow[];
  names: SideNames;
  drawn: string;
  onDraw: (id: string) => void;
}): JSX.Element {
  const { rows, names, drawn, onDraw } = props;
  const classes = useStyles();
  const t = useMetricText();
  const [root, setRoot] = useState<HTMLElement | null>(null);
  const hasBars = (useWidth(root) ?? BARS_FROM_PX) >= BARS_FROM_PX;
  const knowsUsual = rows.some(({ swing }) => swing);
  return (
    <div ref={setRoot} className={classes.root}>
      <table className={classes.table} aria-label={t('metrics.compare.label')}>
        <thead>
          <tr>
            <th scope="col">{t('metrics.compare.what')}</th>
            <th scope="col" className={classes.number}>
              {names.first}
            </th>
            <th scope="col" className={classes.number}>
              {names.second}
            </th>
            <th scope="col">
              {t(
                knowsUsual && hasBars
                  ? 'metrics.compare.change'
                  : 'metrics.compare.changePlain',
              )}
            </th>
            <th scope="col">{t('metrics.compare.result')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => {
            const { measure, unit, before, after, change, swing } = row;
            const largest = Math.max(before ?? 0, after ?? 0);
            return (
              <tr
                key={measure.id}
                data-drawn={measure.id === drawn || undefined}
                onClick={() => onDraw(measure.id)}
              >
                <th scope="row">
                  <button
                    type="button"
                    className={classes.name}
                    aria-pressed={measure.id === drawn}
                  >
                    {t(measure.name)}
                  </button>
                </th>
                <td className={classes.number}>
                  {figureText(before, unit, largest)}
                </td>
                <td className={classes.number}>
                  {figureText(after, unit, largest)}
                </td>
                <td
                  title={
                    swing &&
                    t('metrics.compare.swing', {
                      low: shareText(swing.low),
                      high: shareText(swing.high),
                    })
                  }
                >
                  <span className={hasBars ? classes.change : undefined}>
                    {hasBars && change !== undefined && (
                      <ChangeBar
                        change={change}
                        swing={swing}
                        verdict={row.verdict}
                      />
                    )}
                    <b>{rowChangeText(row)}</b>
                  </span>
                </td>
                <td>
                  <VerdictWord verdict={row.verdict} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function VerdictWord(props: { verdict: Verdict }): JSX.Element {
  const { verdict } = props;
  const classes = useStyles();
  const t = useMetricText();
  const kind = MARKS[verdict];
  const word = t(`metrics.compare.verdict.${verdict}`);
  if (!kind) {
    return <span className={classes.usual}>{word}</span>;
  }
  return (
    <span
      className={`${classes.verdict} ${
        classes[kind as 'failed' | 'degraded' | 'healthy']
      }`}
    >
      <StatusMark kind={kind} decorative />
      {word}
    </span>
  );
}
