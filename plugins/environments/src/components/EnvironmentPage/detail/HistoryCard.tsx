import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EnvironmentRecord,
  HistoryEntry,
} from '@domaindeck/backstage-plugin-environments-common';
import {
  FailureNote,
  TextButton,
} from '@domaindeck/backstage-plugin-workloads-react';
import { environmentsTranslationRef } from '../../../translation';
import { useCardStyles } from '../../parts/useCardStyles';
import { useHistory } from '../useHistory';
import { HistoryLine } from './HistoryLine';

const SHOWN = 7;

/** What happened last. */
export function HistoryCard(props: {
  record: EnvironmentRecord;
  news: readonly HistoryEntry[];
  onAll: () => void;
}): JSX.Element {
  const { record, news, onAll } = props;
  const cards = useCardStyles();
  const history = useHistory(record, news);
  const { t } = useTranslationRef(environmentsTranslationRef);
  const title = t('detail.history.title');
  const body = () => {
    if (history.status === 'failed') {
      return (
        <div className={cards.padded}>
          <FailureNote
            title={t('detail.history.failed')}
            error={history.error}
            kind="failed"
            retry={{ label: t('common.retry'), onRetry: history.reload }}
          />
        </div>
      );
    }
    if (history.status !== 'ready') {
      return (
        <p role="status" className={`${cards.padded} ${cards.faint}`}>
          {t('detail.history.loading')}
        </p>
      );
    }
    return history.data.items.length === 0 ? (
      <p className={`${cards.padded} ${cards.faint}`}>
        {t('detail.history.none')}
      </p>
    ) : (
      <ul aria-label={title} style={{ padding: '6px 0' }}>
        {history.data.items.slice(0, SHOWN).map(entry => (
          <HistoryLine key={entry.id} entry={entry} />
        ))}
      </ul>
    );
  };
  return (
    <section className={cards.card} aria-label={title}>
      <header className={`${cards.head} ${cards.ruled}`}>
        <h3 className={cards.grow}>{title}</h3>
        {history.status === 'ready' && history.data.total > 0 && (
          <TextButton look="link" onClick={onAll}>
            {t('detail.history.all', { count: history.data.total })}
          </TextButton>
        )}
      </header>
      {body()}
    </section>
  );
}
