import { useMemo } from 'react';
import Skeleton from '@material-ui/lab/Skeleton';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { RightsMatrix } from '@domaindeck/backstage-plugin-access-common';
import {
  EmptyNotice,
  FailureNote,
  isRefused,
  useRemote,
  useTierLabel,
} from '@domaindeck/backstage-plugin-workloads-react';
import { accessApiRef } from '../../accessApiRef';
import { accessTranslationRef } from '../../translation';
import { useCardStyles } from '../parts/useCardStyles';
import { GrantRow } from './GrantRow';
import { environmentNames } from './model/environmentNames';
import { AccessViewControl } from './useAccessView';
import { useTableStyles } from './useTableStyles';

const EVERY_MS = 15_000;
const HEADS = ['who', 'role', 'where', 'until', 'by', 'why'] as const;

/** The grants that reach the domain, those of config with a lock and their key. */
export function GrantsView(props: {
  rights: RightsMatrix;
  view: AccessViewControl;
}): JSX.Element {
  const { rights, view } = props;
  const { entityRef, domain } = rights;
  const api = useApi(accessApiRef);
  const cards = useCardStyles();
  const classes = useTableStyles();
  const tierLabel = useTierLabel();
  const { t } = useTranslationRef(accessTranslationRef);
  const names = useMemo(
    () => environmentNames(rights.environments, tierLabel),
    [rights.environments, tierLabel],
  );
  const grants = useRemote(
    entityRef,
    signal => api.getGrants({ entity: entityRef }, { signal }),
    { everyMs: EVERY_MS },
  );
  const name = domain.title;
  if (grants.status === 'failed') {
    return (
      <FailureNote
        title={t('grants.table.failed')}
        error={grants.error}
        kind={isRefused(grants.error) ? 'refused' : 'failed'}
        retry={{ label: t('rights.retry'), onRetry: grants.reload }}
      />
    );
  }
  if (grants.status !== 'ready') {
    return (
      <div
        className={`${cards.card} ${cards.padded}`}
        role="progressbar"
        aria-label={t('grants.table.loading')}
      >
        {[60, 72, 54].map(width => (
          <Skeleton key={width} width={`${width}%`} height={32} />
        ))}
      </div>
    );
  }
  if (grants.data.items.length === 0) {
    return (
      <EmptyNotice glyph="layers" title={t('grants.table.empty', { name })}>
        {t('grants.table.emptyText')}
      </EmptyNotice>
    );
  }
  return (
    <div className={`${cards.card} ${classes.scroll}`}>
      <table
        className={classes.table}
        aria-label={t('grants.table.label', { name })}
      >
        <thead>
          <tr>
            {HEADS.map(head => (
              <th key={head} scope="col">
                {t(`grants.table.${head}`)}
              </th>
            ))}
            <th scope="col">
              <span className={classes.screenReader}>
                {t('grants.table.actions')}
              </span>
            </th>
          </tr>
        </thead>
        <tbody>
          {grants.data.items.map(grant => (
            <GrantRow
              key={grant.id}
              grant={grant}
              rights={rights}
              names={names}
              onEdit={editing =>
                view.change({ view: 'rights', editing }, { step: true })
              }
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
