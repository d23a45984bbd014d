import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  FeedConnection,
  TextButton,
  tokensOf,
  useNow,
} from '@domaindeck/backstage-plugin-workloads-react';
import { environmentsTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        display: 'inline-flex',
        alignItems: 'center',
        gap: 7,
        flex: 'none',
        minHeight: 28,
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
        background: 'none',
        boxShadow: 'none',
        border: `1.5px solid ${tokens.idle.mark}`,
      },
    };
  },
  { name: 'DomainDeckLiveDot' },
);

/** Says how live the page is, and offers to ask at once where the connection broke. */
export function LiveDot(props: {
  connection: FeedConnection;
  onTryNow: () => void;
}): JSX.Element {
  const { connection, onTryNow } = props;
  const classes = useStyles();
  const now = useNow(1_000);
  const { t } = useTranslationRef(environmentsTranslationRef);
  const live = connection.kind === 'live' || connection.kind === 'polling';
  const word = () => {
    switch (connection.kind) {
      case 'live':
      case 'polling':
        return t('common.live.live');
      case 'paused':
        return t('common.live.paused');
      case 'retrying':
        return t('common.live.retrying', {
          seconds: String(
            Math.max(0, Math.ceil((connection.retryAt - now) / 1000)),
          ),
        });
      default:
        return t('common.live.connecting');
    }
  };
  return (
    <span className={classes.root}>
      <span
        aria-hidden="true"
        className={`${classes.dot} ${live ? '' : classes.hollow}`}
      />
      {word()}
      {connection.kind === 'retrying' && (
        <TextButton look="link" onClick={onTryNow}>
          {t('common.live.tryNow')}
        </TextButton>
      )}
    </span>
  );
}
