import { useState } from 'react';
import Popover from '@material-ui/core/Popover';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ClusterStatus } from '@domaindeck/backstage-plugin-workloads-common';
import {
  FeedConnection,
  markOfCluster,
  StatusMark,
  tokensOf,
  useControlStyles,
} from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';
import { ClusterNote } from './ClusterNote';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      badge: {
        display: 'inline-flex',
        alignItems: 'center',
        gap: 7,
        minHeight: 28,
        flex: 'none',
        fontSize: 12,
        color: tokens.text2,
      },
      dot: {
        width: 7,
        height: 7,
        borderRadius: '50%',
        background: tokens.ok.mark,
        boxShadow: `0 0 0 3px ${tokens.ok.line}`,
      },
      hollow: {
        width: 7,
        height: 7,
        borderRadius: '50%',
        border: `1.5px solid ${tokens.idle.mark}`,
      },
      list: {
        margin: 0,
        padding: '8px 16px',
        listStyle: 'none',
        fontSize: 13,
        lineHeight: '20px',
        '& li': {
          display: 'grid',
          gridTemplateColumns: '14px max-content minmax(0, 1fr)',
          columnGap: 8,
          alignItems: 'center',
          padding: '4px 0',
        },
      },
      name: { fontWeight: 600 },
      note: { color: tokens.text3, fontSize: 12, maxWidth: 420 },
    };
  },
  { name: 'DomainDeckLiveBadge' },
);

/** Says how live the page is; opens the list of clusters with when each was last seen. */
export function LiveBadge(props: {
  clusters: readonly ClusterStatus[];
  connection: FeedConnection;
}): JSX.Element {
  const { clusters, connection } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const { t } = useTranslationRef(workloadsTranslationRef);
  const [anchor, setAnchor] = useState<HTMLElement>();
  const answering = clusters.filter(
    cluster => cluster.state === 'live' || cluster.state === 'stale',
  ).length;
  const counts = { live: String(answering), total: String(clusters.length) };
  const coming = clusters.some(cluster => cluster.state === 'connecting');
  const lost =
    connection.kind === 'retrying' ||
    (clusters.length > 0 && answering === 0 && !coming);

  let text;
  if (connection.kind === 'paused') {
    text = t('workloads.live.paused');
  } else if (lost) {
    text = t('workloads.live.notLive');
  } else if (coming) {
    text = t('workloads.live.soFar', counts);
  } else {
    text = t('workloads.live.live', counts);
  }
  const live = !lost && !coming && connection.kind !== 'paused';

  return (
    <>
      <button
        type="button"
        className={`${controls.plain} ${classes.badge}`}
        aria-haspopup="dialog"
        onClick={event => setAnchor(event.currentTarget)}
      >
        <span className={live ? classes.dot : classes.hollow} />
        {text}
      </button>
      <Popover
        open={anchor !== undefined}
        anchorEl={anchor}
        onClose={() => setAnchor(undefined)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        PaperProps={{
          role: 'dialog',
          'aria-label': t('workloads.live.title'),
        }}
      >
        <ul className={classes.list}>
          {clusters.map(cluster => (
            <li key={cluster.name}>
              <StatusMark kind={markOfCluster(cluster.state)} decorative />
              <span className={classes.name}>
                {cluster.title ?? cluster.name}
              </span>
              <span className={classes.note}>
                <ClusterNote cluster={cluster} />
              </span>
            </li>
          ))}
        </ul>
      </Popover>
    </>
  );
}
