import { memo } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cluster } from '@domaindeck/backstage-plugin-workloads-common';
import {
  StatusMark,
  tokensOf,
  useTierLabel,
} from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';
import { useSay } from '../../translation/useSay';
import { isAnswering } from './model/clustersSentence';
import { clusterStateInWords } from './model/clusterStateInWords';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      row: {
        cursor: 'pointer',
        '& td': {
          height: 64,
          padding: '6px 11px',
          borderBottom: `1px solid ${tokens.border}`,
          verticalAlign: 'middle',
          transition: 'background-color 120ms',
        },
        '& td:first-child': { paddingLeft: 16 },
        '&:last-child td': { borderBottom: 0 },
        '&:hover td': { background: tokens.hover },
        '@media (prefers-reduced-motion: reduce)': {
          '& td': { transition: 'none' },
        },
      },
      selected: { '& td, &:hover td': { background: tokens.selected } },
      name: {
        padding: 0,
        border: 0,
        background: 'none',
        font: 'inherit',
        fontWeight: 600,
        color: tokens.text,
        cursor: 'pointer',
        textAlign: 'left',
        borderRadius: 2,
        '&:focus-visible': {
          outline: `2px solid ${tokens.link}`,
          outlineOffset: 2,
        },
      },
      small: {
        display: 'block',
        fontSize: 12,
        lineHeight: '16px',
        color: tokens.text3,
      },
      state: {
        display: 'grid',
        gridTemplateColumns: '14px minmax(0, 1fr)',
        columnGap: 6,
        alignItems: 'center',
        '& > small': { gridColumn: 2 },
      },
      mono: { fontFamily: tokens.mono, fontSize: 12 },
      number: { fontVariantNumeric: 'tabular-nums' },
      right: { textAlign: 'right' },
      old: { color: tokens.text3 },
    };
  },
  { name: 'DomainDeckClusterRow' },
);

function Row(props: {
  cluster: Cluster;
  selected: boolean;
  onSelect: (cluster: string | undefined) => void;
}): JSX.Element {
  const { cluster, selected, onSelect } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(workloadsTranslationRef);
  const say = useSay();
  const tierLabel = useTierLabel();
  const { mark, phrase, why } = clusterStateInWords(cluster);
  const current = isAnswering(cluster);
  const traits = [
    tierLabel(cluster.tier),
    ...cluster.tags,
    cluster.selfService && t('clusters.tier.selfService'),
    cluster.restricted && t('clusters.tier.restricted'),
  ];
  const toggle = () => onSelect(selected ? undefined : cluster.name);
  return (
    <tr
      className={`${classes.row} ${selected ? classes.selected : ''}`}
      onClick={toggle}
    >
      <td>
        <button
          type="button"
          className={classes.name}
          aria-expanded={selected}
          // The row takes the click as well; once is enough.
          onClick={event => {
            event.stopPropagation();
            toggle();
          }}
        >
          {cluster.title ?? cluster.name}
        </button>
        <small className={classes.small}>
          {traits.filter(Boolean).join(t('clusters.comma'))}
        </small>
      </td>
      <td>
        <span className={classes.state}>
          <StatusMark kind={mark} decorative />
          <span>{say(phrase)}</span>
          {why.length > 0 && (
            <small className={classes.small} title={cluster.reason}>
              {why.map(say).join(t('clusters.semicolon'))}
            </small>
          )}
        </span>
      </td>
      <td className={`${classes.mono} ${current ? '' : classes.old}`}>
        {cluster.kubernetesVersion ?? t('clusters.nodes.unknown')}
      </td>
      <td className={`${classes.number} ${current ? '' : classes.old}`}>
        <Nodes cluster={cluster} current={current} />
      </td>
      <td className={`${classes.number} ${classes.right}`}>
        {current && cluster.latencyMs !== undefined
          ? t('clusters.latency', {
              ms: String(Math.max(1, Math.round(cluster.latencyMs))),
            })
          : '–'}
      </td>
    </tr>
  );
}

/** One cluster; what is shown of a silent one is marked as of when. */
export const ClusterRow = memo(Row);

function Nodes(props: { cluster: Cluster; current: boolean }) {
  const { nodes, asOf } = props.cluster;
  const classes = useStyles();
  const { t } = useTranslationRef(workloadsTranslationRef);
  const say = useSay();
  if (!nodes) {
    return <>{t('clusters.nodes.unknown')}</>;
  }
  const below = () => {
    if (!props.current) {
      return asOf
        ? say({ key: 'clusters.nodes.asOf', params: { time: { clock: asOf } } })
        : '';
    }
    if (nodes.cordoned) {
      return t('clusters.nodes.cordoned', { count: nodes.cordoned });
    }
    return nodes.ready === nodes.total ? t('clusters.nodes.ready') : '';
  };
  return (
    <>
      {t('clusters.nodes.of', {
        ready: String(nodes.ready),
        total: String(nodes.total),
      })}
      <small className={classes.small}>{below()}</small>
    </>
  );
}
