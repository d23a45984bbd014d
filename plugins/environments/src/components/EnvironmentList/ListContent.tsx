import { useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EnvironmentRecord,
  Options,
} from '@domaindeck/backstage-plugin-environments-common';
import {
  EmptyNotice,
  FeedConnection,
  PartialFailure,
  RemoteResult,
  TextButton,
  useNow,
  useTabKeys,
} from '@domaindeck/backstage-plugin-workloads-react';
import { useMe, useNameOf } from '../../hooks';
import { groupsOf } from '../../model/groupsOf';
import { isFiltered, isMine, matches } from '../../model/listView';
import { silentClusters } from '../../model/silentClusters';
import { environmentsTranslationRef } from '../../translation';
import { FailureStrip } from '../parts/FailureStrip';
import { pathIn, useTabBase } from '../parts/TabBase';
import { EnvironmentTable, useRowActions } from '../parts/table';
import { useCardStyles } from '../parts/useCardStyles';
import { BaselineStrip } from './BaselineStrip';
import { GuardLine } from './GuardLine';
import { EmptyList } from './EmptyList';
import { ListFilters } from './ListFilters';
import { ListHeading } from './ListHeading';
import { NoCluster } from './NoCluster';
import { QuotaLine } from './QuotaLine';
import { useListView } from './useListView';

/** The tab once the environments are known. */
export function ListContent(props: {
  domain: string;
  name: string;
  items: readonly EnvironmentRecord[];
  connection: FeedConnection;
  options: RemoteResult<Options>;
  onTryNow: () => void;
  accept: (answer: EnvironmentRecord) => void;
}): JSX.Element {
  const { domain, name, items, connection, options, onTryNow, accept } = props;
  const cards = useCardStyles();
  const base = useTabBase();
  const navigate = useNavigate();
  const me = useMe();
  const nameOf = useNameOf();
  const now = useNow(60_000);
  const actions = useRowActions(accept);
  const { view, change } = useListView();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const [unfolded, setUnfolded] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const known = options.status === 'ready' ? options.data : undefined;
  const createPath = pathIn(base, 'new');
  useTabKeys({
    '/': () => search.current?.focus(),
    n: () => navigate(createPath),
  });
  if (known && known.clusters.length === 0 && items.length === 0) {
    return <NoCluster name={name} />;
  }
  const mine = items.filter(one => isMine(one, me));
  const shown = items.filter(
    one => matches(one, view, nameOf) && (!view.mine || isMine(one, me)),
  );
  const groups = groupsOf(shown, {
    isMine: one => isMine(one, me),
    sort: view.sort,
    unfolded: unfolded || isFiltered(view),
    onlyMine: view.mine,
  });
  const body = () => {
    if (shown.length > 0) {
      return (
        <EnvironmentTable
          label={t('list.title')}
          groups={[
            { key: 'mine', title: t('list.group.mine'), rows: groups.mine },
            {
              key: 'others',
              title: t('list.group.others', { name }),
              rows: groups.others,
            },
          ]}
          folded={groups.folded}
          onUnfold={() => setUnfolded(true)}
          sort={view.sort}
          onSort={sort => change({ sort })}
          second="owner"
          me={me}
          now={now}
          pathOf={record => pathIn(base, record.name)}
          copyPathOf={record =>
            `${createPath}?from=${encodeURIComponent(record.id)}`
          }
          actions={actions}
        />
      );
    }
    return isFiltered(view) ? (
      <EmptyNotice
        glyph="filter"
        title={t('list.noMatch.title')}
        actions={
          <TextButton
            onClick={() =>
              change({ q: '', state: undefined, service: undefined })
            }
          >
            {t('list.filter.clear')}
          </TextButton>
        }
      >
        {t('list.noMatch.text')}
      </EmptyNotice>
    ) : (
      <EmptyList
        name={name}
        mine={items.length > 0}
        options={known}
        colleagues={items}
        createPath={createPath}
      />
    );
  };
  return (
    <div className={cards.page}>
      <ListHeading
        items={items}
        mine={mine.length}
        options={known}
        name={name}
        connection={connection}
        createPath={createPath}
        onTryNow={onTryNow}
      />
      <PartialFailure clusters={silentClusters(known, items)} />
      {actions.error && (
        <FailureStrip error={actions.error} onForget={actions.forget} />
      )}
      <BaselineStrip domain={domain} />
      <GuardLine />
      <section className={cards.card} aria-label={t('list.title')}>
        <ListFilters
          view={view}
          change={change}
          items={items}
          mine={mine.length}
          searchRef={search}
        />
        <QuotaLine options={options} name={name} />
        {body()}
      </section>
    </div>
  );
}
