import { useEffect, useState } from 'react';
import Drawer from '@material-ui/core/Drawer';
import { makeStyles } from '@material-ui/core/styles';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EnvironmentRecord,
  HistoryEntry,
} from '@domaindeck/backstage-plugin-environments-common';
import {
  FailureNote,
  TextButton,
  ToolButton,
  useRemote,
} from '@domaindeck/backstage-plugin-workloads-react';
import { environmentsApiRef } from '../../../environmentsApiRef';
import { environmentsTranslationRef } from '../../../translation';
import { useCardStyles } from '../../parts/useCardStyles';
import { HistoryLine } from './HistoryLine';

const TITLE_ID = 'domaindeck-history-title';
const PAGE = 50;

const useStyles = makeStyles(
  theme => ({
    paper: {
      width: 560,
      maxWidth: '100%',
      fontFamily: theme.typography.fontFamily,
    },
    list: { margin: 0, padding: '6px 0', listStyle: 'none', fontSize: 13 },
    foot: { padding: '8px 16px 16px' },
  }),
  { name: 'DomainDeckHistoryDrawer' },
);

/** Everything that happened to an environment, page by page. */
export function HistoryDrawer(props: {
  record: EnvironmentRecord;
  onClose: () => void;
}): JSX.Element {
  const { record, onClose } = props;
  const classes = useStyles();
  const cards = useCardStyles();
  const api = useApi(environmentsApiRef);
  const { t } = useTranslationRef(environmentsTranslationRef);
  const [cursor, setCursor] = useState<string>();
  const [items, setItems] = useState<readonly HistoryEntry[]>([]);
  const page = useRemote(
    record.id,
    signal =>
      api.getHistory(
        record.id,
        { limit: PAGE, ...(cursor ? { cursor } : {}) },
        { signal },
      ),
    { changeKey: cursor },
  );
  const data = page.status === 'ready' ? page.data : undefined;
  useEffect(() => {
    if (data) {
      setItems(before => {
        const known = new Set(before.map(one => one.id));
        return [...before, ...data.items.filter(one => !known.has(one.id))];
      });
    }
  }, [data]);
  const error =
    page.status === 'ready' || page.status === 'failed'
      ? page.error
      : undefined;
  return (
    <Drawer
      open
      anchor="right"
      classes={{ paper: classes.paper }}
      PaperProps={{ role: 'dialog', 'aria-labelledby': TITLE_ID }}
      onClose={onClose}
    >
      <header className={`${cards.head} ${cards.ruled}`}>
        <h3 id={TITLE_ID} className={cards.grow}>
          {t('detail.history.drawer', { name: record.name })}
        </h3>
        <ToolButton glyph="close" label={t('common.close')} onClick={onClose} />
      </header>
      <ul className={classes.list}>
        {items.map(entry => (
          <HistoryLine key={entry.id} entry={entry} />
        ))}
      </ul>
      <div className={classes.foot}>
        {page.status === 'loading' && (
          <p role="status" className={cards.faint}>
            {t('detail.history.loading')}
          </p>
        )}
        {error && (
          <FailureNote
            title={t('detail.history.failed')}
            error={error}
            kind="failed"
            retry={{ label: t('common.retry'), onRetry: page.reload }}
          />
        )}
        {data && items.length === 0 && data.items.length === 0 && (
          <p className={cards.faint}>{t('detail.history.none')}</p>
        )}
        {data?.nextCursor && (
          <TextButton onClick={() => setCursor(data.nextCursor)}>
            {t('detail.history.older')}
          </TextButton>
        )}
      </div>
    </Drawer>
  );
}
