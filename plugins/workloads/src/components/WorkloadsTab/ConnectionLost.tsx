import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  StatusMark,
  TextButton,
  tokensOf,
  useNow,
} from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        display: 'flex',
        alignItems: 'center',
        gap: 10,
        padding: '4px 12px',
        border: `1px solid ${tokens.warn.line}`,
        borderRadius: 4,
        background: tokens.warn.tint,
        color: tokens.text,
        fontSize: 13,
        lineHeight: '20px',
        '& p': { flex: 1, margin: 0 },
        '& b': { fontWeight: 600 },
      },
    };
  },
  { name: 'DomainDeckConnectionLost' },
);

/** Says that the portal itself does not answer, and when it is asked next. */
export function ConnectionLost(props: {
  /** Milliseconds since the epoch. */
  retryAt: number;
  onTryNow: () => void;
}): JSX.Element {
  const { retryAt, onTryNow } = props;
  const classes = useStyles();
  const now = useNow(1_000);
  const { t } = useTranslationRef(workloadsTranslationRef);
  const seconds = Math.max(1, Math.ceil((retryAt - now) / 1000));
  return (
    <section className={classes.root} aria-label={t('workloads.live.notLive')}>
      <StatusMark kind="degraded" decorative />
      <p>
        <b>{t('workloads.live.lost')}</b> {t('workloads.live.lostKept')}{' '}
        {t('workloads.live.nextTry', { seconds: String(seconds) })}
      </p>
      <TextButton look="link" onClick={onTryNow}>
        {t('workloads.live.tryNow')}
      </TextButton>
    </section>
  );
}
