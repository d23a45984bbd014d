import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EnvironmentRecord,
  HistoryEntry,
  Step,
} from '@domaindeck/backstage-plugin-environments-common';
import {
  FailureNote,
  fullTime,
  TextButton,
  tokensOf,
} from '@domaindeck/backstage-plugin-workloads-react';
import { DateTime } from 'luxon';
import { happeningsOf } from '../../../model/happeningsOf';
import { environmentsTranslationRef } from '../../../translation';
import { useCardStyles } from '../../parts/useCardStyles';
import { HistoryDrawer } from '../detail/HistoryDrawer';
import { useHistory } from '../useHistory';
import { usePanel } from '../usePanel';

const SHOWN = 8;

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      list: {
        padding: '10px 16px 16px !important',
        '& li': {
          display: 'grid',
          gridTemplateColumns: '56px minmax(0, 1fr)',
          gap: 8,
          color: tokens.text2,
          fontSize: 12,
          lineHeight: '18px',
          overflowWrap: 'anywhere',
        },
        '& time': {
          color: tokens.text3,
          fontVariantNumeric: 'tabular-nums',
        },
      },
    };
  },
  { name: 'DomainDeckHappens' },
);

/** What happens, word for word. */
export function HappensCard(props: {
  record: EnvironmentRecord;
  steps: readonly Step[];
  news: readonly HistoryEntry[];
}): JSX.Element {
  const { record, steps, news } = props;
  const classes = useStyles();
  const cards = useCardStyles();
  const history = useHistory(record, news);
  const { panel, open, close } = usePanel();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const body = () => {
    if (history.status === 'failed') {
      return (
        <div className={cards.padded}>
          <FailureNote
            title={t('progress.happens.failed')}
            error={history.error}
            kind="failed"
            retry={{ label: t('common.retry'), onRetry: history.reload }}
          />
        </div>
      );
    }
    const lines =
      history.status === 'ready' ? happeningsOf(history.data.items, steps) : [];
    if (lines.length === 0) {
      return (
        <p className={`${cards.padded} ${cards.faint}`}>
          {t('progress.happens.none')}
        </p>
      );
    }
    return (
      <ul className={classes.list}>
        {lines.slice(0, SHOWN).map(line => (
          <li key={line.key}>
            <time dateTime={line.at} title={fullTime(line.at)}>
              {DateTime.fromISO(line.at).toFormat('HH:mm:ss')}
            </time>
            <span>
              {line.service && `${line.service}: `}
              {line.message}
            </span>
          </li>
        ))}
      </ul>
    );
  };
  return (
    <section className={cards.card} aria-label={t('progress.happens.title')}>
      <header className={`${cards.head} ${cards.ruled}`}>
        <h3 className={cards.grow}>{t('progress.happens.title')}</h3>
        {history.status === 'ready' && history.data.total > 0 && (
          <TextButton look="link" onClick={() => open('history')}>
            {t('progress.happens.all', { count: history.data.total })}
          </TextButton>
        )}
      </header>
      {body()}
      {panel === 'history' && <HistoryDrawer record={record} onClose={close} />}
    </section>
  );
}
