import { useMemo, useState } from 'react';
import Skeleton from '@material-ui/lab/Skeleton';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RightsMatrix } from '@domaindeck/backstage-plugin-access-common';
import {
  EmptyNotice,
  FailureNote,
  isRefused,
  TextButton,
  useTierLabel,
} from '@domaindeck/backstage-plugin-workloads-react';
import { accessTranslationRef } from '../../translation';
import { useCardStyles } from '../parts/useCardStyles';
import { AuditFilters } from './AuditFilters';
import { AuditRow } from './AuditRow';
import { environmentNames } from './model/environmentNames';
import { isFiltered, NO_FILTER } from './model/viewState';
import { AccessViewControl } from './useAccessView';
import { useAudit } from './useAudit';
import { useTableStyles } from './useTableStyles';

const HEADS = ['when', 'who', 'what', 'on', 'where', 'outcome'] as const;

/** What was done, tried and refused in the domain, newest first. */
export function AuditView(props: {
  rights: RightsMatrix;
  view: AccessViewControl;
}): JSX.Element {
  const { rights, view } = props;
  const { record } = view.state;
  const cards = useCardStyles();
  const classes = useTableStyles();
  const tierLabel = useTierLabel();
  const { t } = useTranslationRef(accessTranslationRef);
  const names = useMemo(
    () => environmentNames(rights.environments, tierLabel),
    [rights.environments, tierLabel],
  );
  const audit = useAudit(rights.entityRef, record);
  const [open, setOpen] = useState<string>();
  const { first, entries, newer, older } = audit;
  const body = () => {
    if (first.status === 'failed') {
      return (
        <FailureNote
          title={t('audit.failed')}
          error={first.error}
          kind={isRefused(first.error) ? 'refused' : 'failed'}
          retry={{ label: t('rights.retry'), onRetry: first.reload }}
        />
      );
    }
    if (first.status !== 'ready') {
      return (
        <div
          className={`${cards.card} ${cards.padded}`}
          role="progressbar"
          aria-label={t('audit.loading')}
        >
          {[80, 74, 78, 70].map(width => (
            <Skeleton key={width} width={`${width}%`} height={36} />
          ))}
        </div>
      );
    }
    if (entries.length === 0) {
      const filtered = isFiltered(record);
      return (
        <EmptyNotice
          glyph="list"
          title={filtered ? t('audit.noMatch') : t('audit.empty')}
          actions={
            filtered && (
              <TextButton onClick={() => view.change({ record: NO_FILTER })}>
                {t('audit.clear')}
              </TextButton>
            )
          }
        >
          {t('audit.emptyText')}
        </EmptyNotice>
      );
    }
    return (
      <div className={`${cards.card} ${classes.scroll}`}>
        <table className={classes.table} aria-label={t('audit.label')}>
          <thead>
            <tr>
              {HEADS.map(head => (
                <th key={head} scope="col">
                  {t(`audit.head.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {entries.map(entry => (
              <AuditRow
                key={entry.id}
                entry={entry}
                rights={rights}
                names={names}
                open={open === entry.id}
                onToggle={() =>
                  setOpen(open === entry.id ? undefined : entry.id)
                }
              />
            ))}
          </tbody>
        </table>
        {older.state !== 'none' && (
          <footer className={cards.foot}>
            {older.state === 'failed' && (
              <FailureNote
                title={t('audit.failed')}
                error={older.error}
                kind="failed"
                retry={{ label: t('rights.retry'), onRetry: audit.loadOlder }}
              />
            )}
            {older.state !== 'failed' && (
              <TextButton onClick={audit.loadOlder}>
                {older.state === 'loading'
                  ? t('audit.loadingOlder')
                  : t('audit.older')}
              </TextButton>
            )}
          </footer>
        )}
      </div>
    );
  };
  return (
    <>
      <AuditFilters
        rights={rights}
        view={view}
        names={names}
        filter={audit.filter}
        counts={first.status === 'ready' ? first.data.counts : undefined}
      />
      {newer.count > 0 && (
        <span role="status">
          <TextButton glyph="arrowUp" onClick={audit.showNewer}>
            {newer.more
              ? t('audit.newerMany', { shown: String(newer.count) })
              : t('audit.newer', { count: newer.count })}
          </TextButton>
        </span>
      )}
      {body()}
    </>
  );
}
