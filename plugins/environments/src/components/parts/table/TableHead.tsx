import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Glyph } from '@domaindeck/backstage-plugin-workloads-react';
import { ListView, SortColumn } from '../../../model/listView';
import { environmentsTranslationRef } from '../../../translation';
import { useCardStyles } from '../useCardStyles';
import { useTableStyles } from './useTableStyles';

/** The heads of the columns; those by which one can sort are buttons. */
export function TableHead(props: {
  sort: ListView['sort'];
  second: 'owner' | 'domain';
  /** Sign of the currency; undefined where nothing has a price. */
  currency: string | undefined;
  onSort: (sort: ListView['sort']) => void;
}): JSX.Element {
  const { sort, second, currency, onSort } = props;
  const classes = useTableStyles();
  const cards = useCardStyles();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const head = (text: string, by?: SortColumn, number?: 'number') => {
    const order = sort.descending ? 'descending' : 'ascending';
    const sorted = by !== undefined && sort.by === by;
    return (
      <th
        scope="col"
        className={number && classes.number}
        aria-sort={sorted ? order : undefined}
      >
        {by ? (
          <button
            type="button"
            className={`${classes.sort} ${sorted ? classes.sorted : ''}`}
            onClick={() =>
              onSort({ by, descending: sorted ? !sort.descending : false })
            }
          >
            {text}
            {sorted && (
              <Glyph
                name={sort.descending ? 'arrowDown' : 'arrowUp'}
                size={12}
              />
            )}
          </button>
        ) : (
          text
        )}
      </th>
    );
  };
  return (
    <>
      <colgroup>
        <col style={{ width: 188 }} />
        <col style={{ width: 148 }} />
        <col style={{ width: 204 }} />
        <col style={{ width: 184 }} />
        <col style={{ width: 178 }} />
        <col style={{ width: 52 }} />
        {currency && <col style={{ width: 76 }} />}
        <col />
        <col style={{ width: 52 }} />
      </colgroup>
      <thead>
        <tr>
          {head(t('list.head.name'), 'name')}
          {second === 'owner'
            ? head(t('list.head.owner'), 'owner')
            : head(t('list.head.domain'))}
          {head(t('list.head.state'), 'state')}
          {head(t('list.head.life'), 'life')}
          {head(t('list.head.services'))}
          {head(t('list.head.size'))}
          {currency &&
            head(t('list.head.cost', { symbol: currency }), 'cost', 'number')}
          {head(t('list.head.address'))}
          <th scope="col">
            <span className={cards.screenReader}>{t('list.head.actions')}</span>
          </th>
        </tr>
      </thead>
    </>
  );
}
