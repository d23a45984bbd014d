import { makeStyles } from '@material-ui/core/styles';
import { tokensOf } from '../theme';
import { marksBetween, TimeMark } from './model';
import { useMetricText } from './useMetricText';
import { PanelModel } from './usePanelModel';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: { maxHeight: 176, overflow: 'auto' },
      table: {
        width: '100%',
        borderCollapse: 'collapse',
        fontVariantNumeric: 'tabular-nums',
        '& th, & td': {
          padding: '2px 8px',
          textAlign: 'right',
          fontWeight: 400,
          whiteSpace: 'nowrap',
          borderBottom: `1px solid ${tokens.border}`,
        },
        '& thead th': {
          position: 'sticky',
          top: 0,
          background: tokens.paper,
          color: tokens.text3,
        },
        '& th:first-child': { textAlign: 'left' },
      },
    };
  },
  { name: 'DomainDeckPanelTable' },
);

/** The values of a chart, newest first, with what happened, for who cannot see the chart. */
export function PanelTableView(props: {
  label: string;
  model: PanelModel;
  marks: readonly TimeMark[];
  format: (value: number) => string;
}): JSX.Element {
  const { label, model, marks, format } = props;
  const { lines, times, table } = model;
  const classes = useStyles();
  const t = useMetricText();
  const happened = times.map((_, index) =>
    marksBetween(marks, times, index)
      .map(({ text }) => text)
      .join('; '),
  );
  const tellsMarks = happened.some(Boolean);
  return (
    <div className={classes.root}>
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('metrics.chart.time')}</th>
            {lines.map(({ key, title }) => (
              <th key={key} scope="col">
                {title}
              </th>
            ))}
            {tellsMarks && <th scope="col">{t('metrics.chart.happened')}</th>}
          </tr>
        </thead>
        <tbody>
          {table.rows
            .map(([time, ...values], row) => (
              <tr key={time}>
                <th scope="row">{new Date(time).toLocaleTimeString()}</th>
                {values.map((value, index) => (
                  <td key={lines[index].key}>
                    {value === null ? '' : format(value)}
                  </td>
                ))}
                {tellsMarks && <td>{happened[row]}</td>}
              </tr>
            ))
            .reverse()}
        </tbody>
      </table>
    </div>
  );
}
