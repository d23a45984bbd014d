import { makeStyles } from '@material-ui/core/styles';
import {
  metricScale,
  tokensOf,
  useMetricText,
} from '@domaindeck/backstage-plugin-workloads-react';
import { TotalUse } from './model/usageGrid';

const WIDTH_PX = 120;

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: '2px 10px',
        fontSize: 12,
        lineHeight: '16px',
        fontVariantNumeric: 'tabular-nums',
        color: tokens.text3,
        '& b': { fontWeight: 400, color: tokens.text },
      },
      track: {
        position: 'relative',
        width: WIDTH_PX,
        height: 8,
        borderRadius: 2,
        background: tokens.skeleton,
      },
      part: {
        position: 'absolute',
        left: 0,
        top: 0,
        height: 8,
        borderRadius: 2,
      },
      asked: {
        background: tokens.busy.line,
        borderRight: `1.5px solid ${tokens.text2}`,
        borderRadius: '2px 0 0 2px',
      },
      used: { background: tokens.series[0], top: 2, height: 4 },
    };
  },
  { name: 'DomainDeckUsageBar' },
);

/** What all pods use now: a bar over what they ask for, and the numbers. Nothing of what was not measured. */
export function UsageBar(props: {
  use: TotalUse;
  unit: 'cores' | 'bytes';
}): JSX.Element | null {
  const { used, requested } = props.use;
  const classes = useStyles();
  const t = useMetricText();
  if (used === undefined) {
    return null;
  }
  const whole = Math.max(used, requested ?? 0);
  const scale = metricScale(props.unit, whole);
  const suffix = props.unit === 'bytes' ? ` ${scale.unit}` : '';
  const share = (value: number) => `${whole > 0 ? (100 * value) / whole : 0}%`;
  return (
    <span className={classes.root}>
      <span className={classes.track} aria-hidden="true">
        {requested !== undefined && (
          <span
            className={`${classes.part} ${classes.asked}`}
            style={{ width: share(requested) }}
          />
        )}
        <span
          className={`${classes.part} ${classes.used}`}
          style={{ width: share(used) }}
        />
      </span>
      <span>
        <b>{scale.format(used)}</b>
        {requested === undefined
          ? suffix
          : `${t('metrics.usage.of', {
              request: scale.format(requested),
            })}${suffix}`}
      </span>
    </span>
  );
}
