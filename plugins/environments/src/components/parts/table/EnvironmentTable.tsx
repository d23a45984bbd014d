import { KeyboardEvent, ReactNode, useMemo, useRef, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EnvironmentRecord } from '@domaindeck/backstage-plugin-environments-common';
import {
  TextButton,
  useWidth,
} from '@domaindeck/backstage-plugin-workloads-react';
import { useMoneyText, useRefusalText, useTimeText } from '../../../hooks';
import { inOrder } from '../../../model/groupsOf';
import { ListView } from '../../../model/listView';
import { tableRoomOf } from '../../../model/tableColumns';
import { environmentsTranslationRef } from '../../../translation';
import { useCardStyles } from '../useCardStyles';
import { EnvironmentRow, ROW_LINK } from './EnvironmentRow';
import { TableHead } from './TableHead';
import { useCalmOrder } from './useCalmOrder';
import { RowActions } from './useRowActions';
import { useTableStyles } from './useTableStyles';

/** Rows that stand together under a head. */
export interface RowGroup {
  readonly key: string;
  readonly title: string;
  readonly rows: readonly EnvironmentRecord[];
}

/** Environments as rows, in groups; arrows move between them, E extends. */
export function EnvironmentTable(props: {
  label: string;
  groups: readonly RowGroup[];
  /** Folded into one line that names them. */
  folded: readonly EnvironmentRecord[];
  onUnfold: () => void;
  sort: ListView['sort'];
  onSort: (sort: ListView['sort']) => void;
  second: 'owner' | 'domain';
  me: string | undefined;
  now: number;
  pathOf: (record: EnvironmentRecord) => string;
  copyPathOf: (record: EnvironmentRecord) => string;
  actions: RowActions;
}): JSX.Element {
  const { label, groups, folded, sort, second, me, actions } = props;
  const classes = useTableStyles();
  const money = useMoneyText();
  const refusal = useRefusalText();
  const table = useRef<HTMLTableElement>(null);
  const [frame, setFrame] = useState<HTMLElement | null>(null);
  const width = useWidth(frame);
  const all = groups.flatMap(group => group.rows);
  const order = useCalmOrder(
    table,
    all.map(one => one.id),
    JSON.stringify([sort, groups.map(group => group.key)]),
  );
  const costs = all.find(one => one.cost)?.cost?.currency;
  const hasCosts = costs !== undefined;
  const { columns, drawsServices } = useMemo(
    () => tableRoomOf(width, hasCosts),
    [width, hasCosts],
  );
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const { target } = event;
    const id =
      target instanceof HTMLElement ? target.getAttribute(ROW_LINK) : null;
    const record = all.find(one => one.id === id);
    if (!record || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      const links = [
        ...event.currentTarget.querySelectorAll<HTMLElement>(`[${ROW_LINK}]`),
      ];
      links[links.indexOf(target as HTMLElement) + step]?.focus();
    } else if (event.key === 'e' && !refusal(record, 'extend')) {
      event.preventDefault();
      actions.extend(record);
    }
  };
  return (
    <div ref={setFrame} className={classes.scroll}>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <table
        ref={table}
        className={classes.table}
        aria-label={label}
        onKeyDown={onKeyDown}
      >
        <TableHead
          sort={sort}
          second={second}
          columns={columns}
          drawsServices={drawsServices}
          currency={costs ? money.symbol(costs) : ''}
          onSort={props.onSort}
        />
        {groups
          .filter(group => group.rows.length > 0)
          .map(group => (
            <tbody key={group.key}>
              <tr className={classes.group}>
                <th scope="rowgroup" colSpan={columns.length + 1}>
                  {group.title} <span>{group.rows.length}</span>
                </th>
              </tr>
              {inOrder(group.rows, order).map(record => (
                <EnvironmentRow
                  key={record.id}
                  record={record}
                  me={me}
                  second={second}
                  columns={columns}
                  drawsServices={drawsServices}
                  path={props.pathOf(record)}
                  copyPath={props.copyPathOf(record)}
                  actions={actions}
                />
              ))}
            </tbody>
          ))}
        {folded.length > 0 && (
          <tbody>
            <tr className={classes.more}>
              <td colSpan={columns.length + 1}>
                <FoldedLine
                  folded={folded}
                  now={props.now}
                  onUnfold={props.onUnfold}
                />
              </td>
            </tr>
          </tbody>
        )}
      </table>
    </div>
  );
}

/** Names what is folded away and when it ends. */
function FoldedLine(props: {
  folded: readonly EnvironmentRecord[];
  now: number;
  onUnfold: () => void;
}): ReactNode {
  const { folded, now, onUnfold } = props;
  const cards = useCardStyles();
  const time = useTimeText();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const ends = folded.map(one => Date.parse(one.expiresAt) - now);
  return (
    <>
      <TextButton look="link" onClick={onUnfold}>
        {t('list.moreEnding', {
          more: t('list.more', { count: folded.length }),
          from: time.span(Math.min(...ends)),
          to: time.span(Math.max(...ends)),
        })}
      </TextButton>{' '}
      <span className={cards.faint}>
        {folded.map(one => one.name).join(t('common.comma'))}
      </span>
    </>
  );
}
