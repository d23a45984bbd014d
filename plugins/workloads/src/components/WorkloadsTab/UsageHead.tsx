import { makeStyles } from '@material-ui/core/styles';
import {
  tokensOf,
  useMetricText,
} from '@domaindeck/backstage-plugin-workloads-react';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      dash: {
        display: 'inline-block',
        width: 16,
        margin: '0 6px 3px 12px',
        borderTop: `1px dashed ${tokens.text2}`,
      },
    };
  },
  { name: 'DomainDeckUsageHead' },
);

/** The head of a column of small curves, with what their dashed line is. */
export function UsageHead(props: { of: 'cpu' | 'memory' }): JSX.Element {
  const classes = useStyles();
  const t = useMetricText();
  return (
    <th scope="col">
      {t(`metrics.usage.${props.of}`)}
      <span className={classes.dash} aria-hidden="true" />
      {t('metrics.usage.requested')}
    </th>
  );
}
