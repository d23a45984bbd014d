import { makeStyles } from '@material-ui/core/styles';
import { tokensOf } from '../theme';
import { PanelTable } from './model';
import { useMetricText } from './useMetricText';

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

/** The values of a chart, newest first, for who cannot see the chart. */
export function PanelTableView(props: {
  label: string;
  table: PanelTable;
  /** What the columns after the time are called. */
  names: readonly string[];
  format: (value: number) => string;
}): JSX.Element {
  const { label, table, names, format } = props;
  const classes = useStyles();
  const t = useMetricText();
  return (
    <div className={classes.root}>
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('metrics.chart.time')}</th>
            {names.map((name, index) => (
              <th key={table.head[index + 1]} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...table.rows].reverse().map(([time, ...values]) => (
            <tr key={time}>
              <th scope="row">{new Date(time).toLocaleTimeString()}</th>
              {values.map((value, index) => (
                <td key={table.head[index + 1]}>
                  {value === null ? '' : format(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
