import { Link, useNavigate } from 'react-router-dom';
import Skeleton from '@material-ui/lab/Skeleton';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { InfoCard } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Options } from '@domaindeck/backstage-plugin-environments-common';
import {
  FailureNote,
  isRefused,
} from '@domaindeck/backstage-plugin-workloads-react';
import { useEnvironments, useMe, useOptions } from '../../hooks';
import { groupsOf } from '../../model/groupsOf';
import { isMine } from '../../model/listView';
import { environmentsTranslationRef } from '../../translation';
import { ActionButton } from '../parts/ActionButton';
import { FailureStrip } from '../parts/FailureStrip';
import { pathIn } from '../parts/TabBase';
import { useRowActions } from '../parts/table';
import { useCardStyles } from '../parts/useCardStyles';
import { CardLine } from './CardLine';
import { useMyCardStyles } from './useMyCardStyles';

/** More are a click away. */
const SHOWN = 5;

/** On Overview: the reader's environments in a domain, live, the one that ends first on top. */
export function MyEnvironmentsCard(props: {
  /** Path of the Environments tab; without it nothing leads there. */
  tabPath: string | undefined;
}): JSX.Element {
  const { tabPath } = props;
  const { entity } = useEntity();
  const { name } = entity.metadata;
  const domain = stringifyEntityRef(entity);
  const classes = useMyCardStyles();
  const cards = useCardStyles();
  const me = useMe();
  const live = useEnvironments({ domain });
  const items =
    live.state.phase === 'ready' ? live.state.data.items : undefined;
  const options = useOptions(
    { domain },
    { changeKey: String(items?.length ?? '') },
  );
  const actions = useRowActions(live.accept);
  const { t } = useTranslationRef(environmentsTranslationRef);
  const known = options.status === 'ready' ? options.data : undefined;
  /** What forbids to show anything: who has none here may still be somebody who sees none. */
  const errorOf = (mine: number): Error | undefined => {
    if (live.state.phase === 'failed') {
      return live.state.error;
    }
    return mine === 0 && options.status === 'failed'
      ? options.error
      : undefined;
  };
  const content = () => {
    const mine = groupsOf(items ?? [], {
      isMine: one => isMine(one, me),
      sort: { by: 'life', descending: false },
      unfolded: false,
      onlyMine: true,
    }).mine;
    const error = errorOf(mine.length);
    if (error) {
      return isRefused(error) ? (
        <p className={classes.text}>{t('common.noAccess.text', { name })}</p>
      ) : (
        <div className={classes.padded}>
          <FailureNote
            title={t('list.card.failed')}
            error={error}
            kind="failed"
            retry={{
              label: t('common.retry'),
              onRetry: () => {
                live.retryNow();
                options.reload();
              },
            }}
          />
        </div>
      );
    }
    if (items === undefined || (options.status === 'loading' && !mine.length)) {
      return (
        <div
          role="progressbar"
          aria-label={t('list.heading.loading')}
          className={classes.padded}
        >
          <Skeleton animation="wave" height={44} />
          <Skeleton animation="wave" height={44} />
        </div>
      );
    }
    return (
      <>
        {actions.error && (
          <FailureStrip error={actions.error} onForget={actions.forget} />
        )}
        {mine.length === 0 ? (
          <p className={classes.text}>
            {known?.clusters.length === 0
              ? t('list.noCluster.title')
              : t('list.card.none')}
          </p>
        ) : (
          <ul className={classes.list}>
            {mine.slice(0, SHOWN).map(record => (
              <CardLine
                key={record.id}
                record={record}
                tabPath={tabPath}
                actions={actions}
              />
            ))}
          </ul>
        )}
        {tabPath && (
          <CardFoot
            name={name}
            tabPath={tabPath}
            all={items.length}
            options={known}
          />
        )}
      </>
    );
  };
  const quota = known?.quota.person;
  return (
    <InfoCard
      variant="gridItem"
      title={t('list.card.title')}
      noPadding
      action={
        quota?.limit !== undefined && (
          <div className={classes.quota}>
            {t('list.quota.of', {
              used: String(quota.used),
              limit: String(quota.limit),
            })}
          </div>
        )
      }
    >
      <div className={`${cards.page} ${classes.root}`}>{content()}</div>
    </InfoCard>
  );
}

/** The ways on: to a new one, and to everybody's. */
function CardFoot(props: {
  name: string;
  tabPath: string;
  /** How many environments the reader may see. */
  all: number;
  options: Options | undefined;
}): JSX.Element | null {
  const { name, tabPath, all, options } = props;
  const classes = useMyCardStyles();
  const cards = useCardStyles();
  const navigate = useNavigate();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const mayCreate = options?.clusters.some(one => one.mayCreate);
  if (!mayCreate && all === 0) {
    return null;
  }
  return (
    <div className={classes.foot}>
      {mayCreate && (
        <ActionButton
          size="small"
          glyph="plus"
          onClick={() => navigate(pathIn(tabPath, 'new'))}
        >
          {t('list.heading.new')}
        </ActionButton>
      )}
      <span className={cards.grow} />
      {all > 0 && (
        <Link to={tabPath} className={cards.link}>
          {t('list.card.all', { count: all, name })}
        </Link>
      )}
    </div>
  );
}
