import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Glyph } from '@domaindeck/backstage-plugin-workloads-react';
import { ListView, SortColumn } from '../../../model/listView';
import { TableColumn } from '../../../model/tableColumns';
import { environmentsTranslationRef } from '../../../translation';
import { useCardStyles } from '../useCardStyles';
import { useTableStyles } from './useTableStyles';

/** In pixels; the address takes what is left, or else the name does. */
const WIDTHS: Readonly<Record<TableColumn, number | undefined>> = {
  name: 152,
  second: 150,
  state: 176,
  life: 176,
  services: 132,
  size: 44,
  cost: 62,
  address: undefined,
};

/** Where there is room for little else. */
const NARROW = { state: 148, life: 140 } as const;

/** Bars beside the counts. */
const DRAWN_SERVICES = 196;

/** The heads of the columns; those by which one can sort are buttons. */
export function TableHead(props: {
  sort: ListView['sort'];
  second: 'owner' | 'domain';
  columns: readonly TableColumn[];
  drawsServices: boolean;
  /** Sign of the currency, where there is a column of costs. */
  currency: string;
  onSort: (sort: ListView['sort']) => void;
}): JSX.Element {
  const { sort, second, columns, drawsServices, currency, onSort } = props;
  const classes = useTableStyles();
  const cards = useCardStyles();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const head = (text: string, by?: SortColumn, number?: 'number') => {
    const order = sort.descending ? 'descending' : 'ascending';
    const sorted = by !== undefined && sort.by === by;
    return (
      <th
        key={text}
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
  const heads: Readonly<Record<TableColumn, () => JSX.Element>> = {
    name: () => head(t('list.head.name'), 'name'),
    second: () =>
      second === 'owner'
        ? head(t('list.head.owner'), 'owner')
        : head(t('list.head.domain')),
    state: () => head(t('list.head.state'), 'state'),
    life: () => head(t('list.head.life'), 'life'),
    services: () => head(t('list.head.services')),
    size: () => head(t('list.head.size')),
    cost: () =>
      head(t('list.head.cost', { symbol: currency }), 'cost', 'number'),
    address: () => head(t('list.head.address')),
  };
  const widthOf = (column: TableColumn) => {
    if (column === 'services' && drawsServices) {
      return DRAWN_SERVICES;
    }
    if (!columns.includes('second') && column in NARROW) {
      return NARROW[column as keyof typeof NARROW];
    }
    return column === 'name' && !columns.includes('address')
      ? undefined
      : WIDTHS[column];
  };
  return (
    <>
      <colgroup>
        {columns.map(column => (
          <col key={column} style={{ width: widthOf(column) }} />
        ))}
        <col style={{ width: 48 }} />
      </colgroup>
      <thead>
        <tr>
          {columns.map(column => heads[column]())}
          <th scope="col">
            <span className={cards.screenReader}>{t('list.head.actions')}</span>
          </th>
        </tr>
      </thead>
    </>
  );
}
