import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  tokensOf,
  UsageCell,
  useTierLabel,
} from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';
import { CardLink } from './CardLink';
import { EnvironmentUsage } from './model/usageGrid';
import { UsageBar } from './UsageBar';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      scroll: { overflowX: 'auto' },
      table: {
        width: '100%',
        borderCollapse: 'collapse',
        fontSize: 13,
        lineHeight: '20px',
        '& th, & td': {
          padding: '5px 16px',
          height: 43,
          textAlign: 'left',
          fontWeight: 400,
          whiteSpace: 'nowrap',
        },
        '& thead th': {
          height: 32,
          fontSize: 12,
          color: tokens.text2,
          borderBottom: `1px solid ${tokens.border}`,
        },
        '& tbody tr + tr': { borderTop: `1px solid ${tokens.border}` },
        '& tbody th': { fontWeight: 600 },
        '& a': { color: tokens.text, textDecoration: 'none' },
        '& a:hover': { textDecoration: 'underline' },
      },
      place: {
        display: 'block',
        fontSize: 12,
        lineHeight: '16px',
        fontWeight: 400,
        color: tokens.text3,
      },
    };
  },
  { name: 'DomainDeckUsageTable' },
);

/** A row per environment: what all its pods use, or the busiest of the one workload that it has. */
export function UsageTable(props: {
  environments: readonly EnvironmentUsage[];
  single: boolean;
  /** Path of the Metrics tab. */
  tabPath?: string;
}): JSX.Element {
  const { environments, single, tabPath } = props;
  const classes = useStyles();
  const tierLabel = useTierLabel();
  const { t } = useTranslationRef(workloadsTranslationRef);
  return (
    <div className={classes.scroll}>
      <table className={classes.table} aria-label={t('overview.usage.title')}>
        <thead>
          <tr>
            <th scope="col">{t('overview.health.environment')}</th>
            <th scope="col">
              {t(single ? 'overview.usage.cpuPod' : 'overview.usage.cpu')}
            </th>
            <th scope="col">
              {t(single ? 'overview.usage.memoryPod' : 'overview.usage.memory')}
            </th>
          </tr>
        </thead>
        <tbody>
          {environments.map(environment => {
            const { ref, cluster, tier, cpu, memory, workloads } = environment;
            return (
              <tr key={ref}>
                <th scope="row">
                  <CardLink
                    tabPath={tabPath}
                    search={`?${new URLSearchParams({ env: ref })}`}
                  >
                    {tierLabel(tier, cluster)}
                  </CardLink>
                  <span className={classes.place}>{cluster}</span>
                </th>
                <td>
                  {single ? (
                    <UsageCell
                      use={workloads[0].cpu}
                      unit="cores"
                      silent={false}
                    />
                  ) : (
                    <UsageBar use={cpu} unit="cores" />
                  )}
                </td>
                <td>
                  {single ? (
                    <UsageCell
                      use={workloads[0].memory}
                      unit="bytes"
                      silent={false}
                    />
                  ) : (
                    <UsageBar use={memory} unit="bytes" />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
