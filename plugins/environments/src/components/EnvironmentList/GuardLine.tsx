import { makeStyles } from '@material-ui/core/styles';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { ClusterGuard } from '@domaindeck/backstage-plugin-environments-common';
import { clusterInspectPermission } from '@domaindeck/backstage-plugin-workloads-common';
import {
  StatusMark,
  tokensOf,
  useRemote,
} from '@domaindeck/backstage-plugin-workloads-react';
import { environmentsApiRef } from '../../environmentsApiRef';
import { environmentsTranslationRef } from '../../translation';
import { DOCS } from '../parts/docs';
import { useCardStyles } from '../parts/useCardStyles';

const STATES = ['missing', 'unknown', 'installed'] as const;

const MARKS = {
  missing: 'degraded',
  unknown: 'unknown',
  installed: 'healthy',
} as const;

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        margin: '-8px 0 0',
        padding: 0,
        listStyle: 'none',
        color: tokens.text2,
        fontSize: 12,
        lineHeight: '16px',
        '& li': {
          display: 'flex',
          alignItems: 'center',
          flexWrap: 'wrap',
          gap: 8,
          minHeight: 24,
        },
      },
      missing: { color: tokens.warn.text },
    };
  },
  { name: 'DomainDeckGuard' },
);

/** Tells operators whether clusters themselves keep the portal out of baselines; to others it is nothing to act on. */
export function GuardLine(): JSX.Element | null {
  const { allowed } = usePermission({ permission: clusterInspectPermission });
  return allowed ? <Guards /> : null;
}

function Guards(): JSX.Element | null {
  const classes = useStyles();
  const cards = useCardStyles();
  const api = useApi(environmentsApiRef);
  const guards = useRemote('guards', signal => api.getGuards({ signal }));
  const { t } = useTranslationRef(environmentsTranslationRef);
  if (guards.status === 'failed') {
    return (
      <p className={cards.faint}>
        {t('list.guard.failed')} {guards.error.message}
      </p>
    );
  }
  if (guards.status !== 'ready') {
    return null;
  }
  const comma = t('common.comma');
  const of = (state: ClusterGuard['state']) =>
    guards.data.items.filter(one => one.state === state);
  return (
    <ul className={classes.root} aria-label={t('list.guard.title')}>
      {STATES.filter(state => of(state).length > 0).map(state => (
        <li
          key={state}
          className={state === 'missing' ? classes.missing : undefined}
          title={of(state)
            .flatMap(({ reason }) => reason ?? [])
            .join(comma)}
        >
          <StatusMark kind={MARKS[state]} decorative />
          {t(`list.guard.${state}`, {
            clusters: of(state)
              .map(({ cluster }) => cluster)
              .join(comma),
          })}
          {state !== 'installed' && (
            <a
              className={cards.link}
              href={`${DOCS}#install`}
              target="_blank"
              rel="noopener noreferrer"
            >
              {t('list.guard.how')}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
