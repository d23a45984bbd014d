import { useRef } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EnvironmentRecord } from '@domaindeck/backstage-plugin-environments-common';
import {
  EmptyNotice,
  PartialFailure,
  SearchField,
  TextButton,
  useNow,
  useTabKeys,
} from '@domaindeck/backstage-plugin-workloads-react';
import { useEnvironments, useMe, useNameOf } from '../../hooks';
import { groupsOf } from '../../model/groupsOf';
import {
  isMine,
  matches,
  readListView,
  writeListView,
} from '../../model/listView';
import { silentClusters } from '../../model/silentClusters';
import { environmentsTranslationRef } from '../../translation';
import { FailureStrip } from '../parts/FailureStrip';
import { LiveDot } from '../parts/LiveDot';
import { LoadingList } from '../parts/LoadingList';
import { NothingToShow } from '../parts/NothingToShow';
import { pathIn } from '../parts/TabBase';
import { EnvironmentTable, useRowActions } from '../parts/table';
import { useCardStyles } from '../parts/useCardStyles';
import { NewInDomain } from './NewInDomain';
import { useDomainPath } from './useDomainPath';

/** What the reader made and works on, live, whatever the domain. */
export function MyEnvironments(): JSX.Element {
  const cards = useCardStyles();
  const live = useEnvironments();
  const me = useMe();
  const nameOf = useNameOf();
  const now = useNow(60_000);
  const pathOf = useDomainPath();
  const actions = useRowActions(live.accept);
  const [params, setParams] = useSearchParams();
  const search = useRef<HTMLInputElement>(null);
  const { t } = useTranslationRef(environmentsTranslationRef);
  useTabKeys({ '/': () => search.current?.focus() });
  const { state } = live;
  if (state.phase === 'failed') {
    return (
      <NothingToShow
        error={state.error}
        name={t('list.page.title')}
        onRetry={live.retryNow}
      />
    );
  }
  if (state.phase === 'loading' || me === undefined) {
    return <LoadingList />;
  }
  const view = readListView(params);
  const change = (part: Partial<typeof view>) =>
    setParams(before => writeListView({ ...view, ...part }, before), {
      replace: true,
    });
  const mine = state.data.items.filter(one => isMine(one, me));
  const shown = mine.filter(one => matches(one, view, nameOf));
  const isMade = (one: EnvironmentRecord) =>
    one.creator.toLocaleLowerCase('en-US') === me;
  const groups = groupsOf(shown, {
    isMine: isMade,
    sort: view.sort,
    unfolded: true,
    onlyMine: false,
  });
  const tabOf = (record: EnvironmentRecord) => pathOf(record.domain);
  const body = () => {
    if (mine.length === 0) {
      return (
        <EmptyNotice glyph="layers" title={t('list.page.empty.title')}>
          {t('list.page.empty.text')}
        </EmptyNotice>
      );
    }
    return shown.length === 0 ? (
      <EmptyNotice
        glyph="filter"
        title={t('list.noMatch.title')}
        actions={
          <TextButton onClick={() => change({ q: '' })}>
            {t('list.filter.clear')}
          </TextButton>
        }
      >
        {t('list.noMatch.text')}
      </EmptyNotice>
    ) : (
      <EnvironmentTable
        label={t('list.page.title')}
        groups={[
          { key: 'mine', title: t('list.group.mine'), rows: groups.mine },
          { key: 'shared', title: t('list.group.shared'), rows: groups.others },
        ]}
        folded={[]}
        onUnfold={() => {}}
        sort={view.sort}
        onSort={sort => change({ sort })}
        second="domain"
        me={me}
        now={now}
        pathOf={record => pathIn(tabOf(record), record.name)}
        copyPathOf={record =>
          `${pathIn(tabOf(record), 'new')}?from=${encodeURIComponent(
            record.id,
          )}`
        }
        actions={actions}
      />
    );
  };
  return (
    <div className={cards.page}>
      <PartialFailure clusters={silentClusters(undefined, mine)} />
      {actions.error && (
        <FailureStrip error={actions.error} onForget={actions.forget} />
      )}
      <section className={cards.card} aria-label={t('list.page.title')}>
        <div className={`${cards.head} ${cards.ruled}`}>
          <SearchField
            id="domaindeck-my-environments-search"
            label={t('list.filter.search')}
            value={view.q}
            small={false}
            inputRef={search}
            onChange={q => change({ q })}
          />
          <span className={cards.grow} />
          <LiveDot connection={state.connection} onTryNow={live.retryNow} />
          <NewInDomain
            known={[...new Set(mine.map(one => one.domain))]}
            pathOf={domain => pathIn(pathOf(domain), 'new')}
          />
        </div>
        {body()}
      </section>
    </div>
  );
}
