import { makeStyles } from '@material-ui/core/styles';
import { MetricUse } from '@domaindeck/backstage-plugin-workloads-common';
import { tokensOf } from '../../theme';
import { metricScale } from '../model';
import { useMetricText } from '../useMetricText';
import { Sparkline } from './Sparkline';

/** So near to it a limit is reached: the kernel kills before a scrape has seen the last bytes. */
const AT_LIMIT = 0.97;

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        display: 'inline-flex',
        verticalAlign: 'middle',
        alignItems: 'center',
        gap: 10,
        fontSize: 12,
        lineHeight: '16px',
        fontVariantNumeric: 'tabular-nums',
        color: tokens.text3,
      },
      now: { color: tokens.text },
      bad: { color: tokens.bad.text, fontWeight: 600 },
      faint: { color: tokens.text3 },
    };
  },
  { name: 'DomainDeckUsageCell' },
);

/**
 * What the busiest pod of a workload used in the last hour as a small curve, and now in numbers beside what it asks for.
 * Nothing of what was not measured.
 * @public
 */
export function UsageCell(props: {
  use: MetricUse | undefined;
  unit: 'cores' | 'bytes';
  /** Whether the cluster does not answer, so that it is of some time ago. */
  silent: boolean;
}): JSX.Element | null {
  const { use, unit, silent } = props;
  const classes = useStyles();
  const t = useMetricText();
  if (!use || use.values.every(value => value === null)) {
    return null;
  }
  const { values, now, request, limit, pod } = use;
  const isFull =
    now !== undefined && limit !== undefined && now >= AT_LIMIT * limit;
  const scale = metricScale(unit, Math.max(now ?? 0, request ?? 0));
  const suffix = unit === 'bytes' ? ` ${scale.unit}` : '';
  let look: 'plain' | 'bad' | 'faint' = silent ? 'faint' : 'plain';
  if (isFull && !silent) {
    look = 'bad';
  }
  return (
    <span className={classes.root} title={pod}>
      <Sparkline values={values} request={request} look={look} />
      <span>
        <span className={classes[look === 'plain' ? 'now' : look]}>
          {now === undefined ? t('metrics.chart.none') : scale.format(now)}
        </span>
        {request === undefined
          ? suffix
          : `${t('metrics.usage.of', {
              request: scale.format(request),
            })}${suffix}`}
      </span>
    </span>
  );
}
