import { RefObject } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EnvironmentRecord } from '@domaindeck/backstage-plugin-environments-common';
import {
  ChoiceMenu,
  SearchField,
  tokensOf,
} from '@domaindeck/backstage-plugin-workloads-react';
import { useMoneyText } from '../../hooks';
import { STATE_FILTERS, StateFilter } from '../../model/listView';
import { environmentsTranslationRef } from '../../translation';
import { Segments } from '../parts/Segments';
import { useCardStyles } from '../parts/useCardStyles';
import { ListViewControl } from './useListView';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        display: 'flex',
        alignItems: 'center',
        flexWrap: 'wrap',
        gap: 12,
        padding: '12px 16px',
        borderBottom: `1px solid ${tokens.border}`,
      },
    };
  },
  { name: 'DomainDeckEnvironmentFilters' },
);

/** Search, whose, state and service; beside them what all of it costs. */
export function ListFilters(
  props: ListViewControl & {
    items: readonly EnvironmentRecord[];
    mine: number;
    searchRef: RefObject<HTMLInputElement>;
  },
): JSX.Element {
  const { view, change, items, mine, searchRef } = props;
  const classes = useStyles();
  const cards = useCardStyles();
  const money = useMoneyText();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const services = [
    ...new Set(
      items.flatMap(one =>
        one.services.filter(service => service.own).map(({ name }) => name),
      ),
    ),
  ].sort();
  const priced = items.filter(one => one.cost);
  const sum = priced.reduce(
    (total, one) =>
      total + (one.state === 'asleep' ? 0 : one.cost?.perDay ?? 0),
    0,
  );
  const any = { key: '', text: t('list.filter.any') };
  return (
    <div className={classes.root}>
      <SearchField
        id="domaindeck-environments-search"
        label={t('list.filter.search')}
        value={view.q}
        small={false}
        inputRef={searchRef}
        onChange={q => change({ q })}
      />
      <Segments
        label={t('list.filter.whose')}
        value={view.mine ? 'mine' : 'all'}
        options={[
          { value: 'mine', text: t('list.filter.mine'), count: mine },
          { value: 'all', text: t('list.filter.all'), count: items.length },
        ]}
        onChange={value => change({ mine: value === 'mine' })}
      />
      <ChoiceMenu
        label={t('list.filter.state')}
        value={view.state ? t(`list.filter.states.${view.state}`) : any.text}
        multiple={false}
        set={view.state !== undefined}
        choices={[
          { ...any, chosen: view.state === undefined },
          ...STATE_FILTERS.map(one => ({
            key: one,
            text: t(`list.filter.states.${one}`),
            chosen: view.state === one,
          })),
        ]}
        onChoose={key =>
          change({ state: (key || undefined) as StateFilter | undefined })
        }
      />
      <ChoiceMenu
        label={t('list.filter.service')}
        value={view.service ?? any.text}
        multiple={false}
        set={view.service !== undefined}
        choices={[
          { ...any, chosen: view.service === undefined },
          ...services.map(name => ({
            key: name,
            text: name,
            chosen: view.service === name,
          })),
        ]}
        onChoose={key => change({ service: key || undefined })}
      />
      <span className={cards.grow} />
      {priced.length > 0 && (
        <span className={cards.faint}>
          {t('list.costSum', {
            amount: money.amount(sum, priced[0].cost?.currency ?? ''),
          })}
        </span>
      )}
    </div>
  );
}
