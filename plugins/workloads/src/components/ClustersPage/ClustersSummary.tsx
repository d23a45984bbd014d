import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cluster } from '@domaindeck/backstage-plugin-workloads-common';
import {
  tokensOf,
  wordsOfError,
} from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';
import { useSay } from '../../translation/useSay';
import { clustersSentence, isAnswering } from './model/clustersSentence';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: { display: 'flex', alignItems: 'center', gap: 16, minHeight: 28 },
      sentence: {
        flex: 1,
        margin: 0,
        fontSize: 16,
        lineHeight: '24px',
        fontWeight: 600,
      },
      live: {
        display: 'inline-flex',
        alignItems: 'center',
        gap: 7,
        fontSize: 12,
        color: tokens.text2,
        '&::before': {
          content: '""',
          width: 7,
          height: 7,
          borderRadius: '50%',
          background: tokens.ok.mark,
          boxShadow: `0 0 0 3px ${tokens.ok.tint}`,
        },
      },
      stale: {
        '&::before': {
          background: 'none',
          border: `1.5px solid ${tokens.idle.mark}`,
          boxShadow: 'none',
        },
      },
    };
  },
  { name: 'DomainDeckClustersSummary' },
);

/** What is wrong, in one sentence, and how fresh the page is. */
export function ClustersSummary(props: {
  clusters: readonly Cluster[];
  /** Why the last renewal failed. */
  error?: Error;
}): JSX.Element {
  const { clusters, error } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(workloadsTranslationRef);
  const say = useSay();
  const sentence = clustersSentence(clusters)
    .map(say)
    .join(t('clusters.sentence.join'));
  const live = clusters.filter(isAnswering).length;
  return (
    <div className={classes.root}>
      <h2 className={classes.sentence} role="status">
        {sentence}
      </h2>
      {error ? (
        <span
          className={`${classes.live} ${classes.stale}`}
          title={wordsOfError(error)}
        >
          {t('clusters.notRefreshed')}
        </span>
      ) : (
        <span className={classes.live}>
          {t('clusters.live', {
            live: String(live),
            total: String(clusters.length),
          })}
        </span>
      )}
    </div>
  );
}
