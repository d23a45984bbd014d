import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ClusterStatus } from '@domaindeck/backstage-plugin-workloads-common';
import { useNow } from '../clock';
import { tokensOf } from '../theme';
import { workloadsReactTranslationRef } from '../translation';
import { StatusMark } from './StatusMark';
import { clockTime } from './times';
import { useCauseText } from './useCauseText';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        display: 'flex',
        alignItems: 'flex-start',
        gap: 10,
        padding: '8px 12px',
        border: `1px solid ${tokens.warn.line}`,
        borderRadius: 4,
        background: tokens.warn.tint,
        color: tokens.text,
        fontSize: 13,
        lineHeight: '20px',
      },
      mark: { marginTop: 3 },
      list: { flex: 1, minWidth: 0, margin: 0, padding: 0, listStyle: 'none' },
      name: { fontWeight: 600 },
      again: {
        border: 0,
        background: 'none',
        padding: '0 2px',
        font: 'inherit',
        color: tokens.link,
        cursor: 'pointer',
        whiteSpace: 'nowrap',
        '&:hover': { textDecoration: 'underline' },
      },
    };
  },
  { name: 'DomainDeckPartialFailure' },
);

/**
 * Whether nothing current is known of a cluster.
 * @public
 */
export function isSilent(cluster: ClusterStatus): boolean {
  return cluster.state === 'unreachable' || cluster.state === 'denied';
}

/**
 * One strip that names each cluster that does not answer and says why; nothing while all answer. Amber, not red: red is
 * kept for services that fail.
 * @public
 */
export function PartialFailure(props: {
  clusters: readonly ClusterStatus[];
  /** Called by "Try now"; the button is absent without it. */
  onTryNow?: () => void;
}): JSX.Element | null {
  const { clusters, onTryNow } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(workloadsReactTranslationRef);
  const causeText = useCauseText();
  const now = useNow(1_000);
  const silent = clusters.filter(isSilent);
  if (silent.length === 0) {
    return null;
  }

  const reasonOf = ({ reason, cause }: ClusterStatus) =>
    reason && causeText(reason, cause);
  const nextTry = (cluster: ClusterStatus) => {
    if (!cluster.retryAt) {
      return undefined;
    }
    const seconds = Math.ceil((Date.parse(cluster.retryAt) - now) / 1000);
    return seconds > 0
      ? t('cluster.nextTry', { seconds: String(seconds) })
      : t('cluster.tryingNow');
  };
  const sentence = (cluster: ClusterStatus) => {
    if (cluster.state === 'denied') {
      const reason = reasonOf(cluster);
      return reason ? t('cluster.refuses', { reason }) : t('cluster.refused');
    }
    return cluster.asOf
      ? t('cluster.silentSince', { time: clockTime(cluster.asOf, now) })
      : t('cluster.silentAlways');
  };
  const nobodyAnswers = clusters.every(c => c.state === 'unreachable');
  const lastSeen = silent
    .map(c => c.asOf ?? '')
    .sort()
    .at(-1);

  return (
    <section className={classes.root} aria-label={t('partialFailure.label')}>
      <StatusMark kind="degraded" decorative className={classes.mark} />
      {nobodyAnswers && clusters.length > 1 ? (
        <div className={classes.list}>
          <span className={classes.name}>
            {lastSeen
              ? t('partialFailure.allSilent', {
                  time: clockTime(lastSeen, now),
                })
              : t('partialFailure.allSilentAlways')}
          </span>{' '}
          {t('partialFailure.network')}
        </div>
      ) : (
        <ul className={classes.list}>
          {silent.map(cluster => (
            <li key={cluster.name} title={reasonOf(cluster)}>
              <span className={classes.name}>
                {cluster.title ?? cluster.name}
              </span>{' '}
              {[sentence(cluster), nextTry(cluster)]
                .filter(Boolean)
                .join(t('cluster.comma'))}
            </li>
          ))}
        </ul>
      )}
      {onTryNow && (
        <button type="button" className={classes.again} onClick={onTryNow}>
          {t('partialFailure.tryNow')}
        </button>
      )}
    </section>
  );
}
