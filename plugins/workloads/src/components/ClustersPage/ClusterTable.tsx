import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cluster } from '@domaindeck/backstage-plugin-workloads-common';
import { Glyph, tokensOf } from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';
import { ClusterRow } from './ClusterRow';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      card: {
        overflowX: 'auto',
        background: tokens.paper,
        border: `1px solid ${tokens.border}`,
        borderRadius: 4,
        boxShadow: tokens.shadow,
      },
      table: {
        width: '100%',
        borderCollapse: 'separate',
        borderSpacing: 0,
        '& th': {
          textAlign: 'left',
          fontWeight: 500,
          fontSize: 12,
          lineHeight: '16px',
          color: tokens.text3,
          padding: '8px 11px',
          borderBottom: `1px solid ${tokens.border}`,
          whiteSpace: 'nowrap',
        },
        '& th:first-child': { paddingLeft: 16 },
      },
      sorted: {
        display: 'inline-flex',
        alignItems: 'center',
        gap: 4,
        color: tokens.text,
        fontWeight: 600,
      },
      right: { textAlign: 'right !important' as 'right' },
    };
  },
  { name: 'DomainDeckClusterTable' },
);

/** The clusters, worst first. */
export function ClusterTable(props: {
  clusters: readonly Cluster[];
  selected?: Cluster;
  onSelect: (cluster: string | undefined) => void;
}): JSX.Element {
  const { clusters, selected, onSelect } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(workloadsTranslationRef);
  return (
    <div className={classes.card}>
      <table className={classes.table} aria-label={t('clusters.title')}>
        <thead>
          <tr>
            <th scope="col">{t('clusters.columns.cluster')}</th>
            <th scope="col" aria-sort="other">
              <span className={classes.sorted}>
                {t('clusters.columns.state')}
                <Glyph name="arrowDown" size={12} />
              </span>
            </th>
            <th scope="col">{t('clusters.columns.version')}</th>
            <th scope="col">{t('clusters.columns.nodes')}</th>
            <th scope="col" className={classes.right}>
              {t('clusters.columns.answers')}
            </th>
          </tr>
        </thead>
        <tbody>
          {clusters.map(cluster => (
            <ClusterRow
              key={cluster.name}
              cluster={cluster}
              selected={cluster === selected}
              onSelect={onSelect}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
