import { useCallback, useMemo, useRef, useState } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  workloadId,
  WorkloadIdentity,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  Glyph,
  useControlStyles,
  useMetricUsage,
} from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';
import { ListGroupRow } from './ListGroupRow';
import { ListItemRow } from './ListItemRow';
import { groupItems, ListGroup, ListItem } from './model/listGroups';
import { listLines } from './model/listLines';
import { sortItems } from './model/sortItems';
import { SortColumn, ViewState } from '../parts/model/viewState';
import { useFrozenOrder } from './useFrozenOrder';
import { useListStyles } from './useListStyles';
import { UsageHead } from './UsageHead';
import { useSettled } from './useSettled';

/** A browser draws so many rows at once without a thought; above, only what is seen. */
const ALL_AT_ONCE = 200;
const ROW_PX = 38;

const keyOfItem = (item: ListItem) => item.key;
const keyOfGroup = (group: ListGroup) => group.key;

/** Pixels from which what workloads use has room beside what they are. */
const USAGE_PX = 1_040;

const RIGHT: readonly SortColumn[] = ['ready', 'restarts', 'changed'];

/** All workloads as lines, grouped and sorted. */
export function WorkloadList(props: {
  entityRef: string;
  /** Width of the card in pixels. */
  width: number;
  items: readonly ListItem[];
  state: ViewState;
  /** Clusters are still awaited. */
  awaiting: boolean;
  searchOf: (identity: WorkloadIdentity) => string;
  onOpen: (identity: WorkloadIdentity) => void;
  onSort: (sort: ViewState['sort']) => void;
}): JSX.Element {
  const { items, state, awaiting, searchOf, onOpen, onSort } = props;
  const { entityRef, width } = props;
  const { sort, group: grouping } = state;
  const classes = useListStyles();
  const controls = useControlStyles();
  const { t } = useTranslationRef(workloadsTranslationRef);
  const scroll = useRef<HTMLDivElement>(null);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const onToggle = useCallback((key: string) => {
    setToggled(before => {
      const next = new Set(before);
      if (!next.delete(key)) {
        next.add(key);
      }
      return next;
    });
  }, []);

  const settled = useSettled(awaiting);
  const question = `${sort.by} ${sort.descending} ${grouping}`;
  const { by, descending } = sort;
  const ordered = useMemo(
    () => sortItems(items, { by, descending }),
    [items, by, descending],
  );
  const sorted = useFrozenOrder(ordered, keyOfItem, question, settled);
  const grouped = useMemo(
    () => groupItems(sorted, grouping),
    [sorted, grouping],
  );
  const groups = useFrozenOrder(grouped, keyOfGroup, question, settled);
  const lines = useMemo(() => listLines(groups, toggled), [groups, toggled]);

  const virtual = lines.length > ALL_AT_ONCE;
  const virtualizer = useVirtualizer({
    count: lines.length,
    enabled: virtual,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_PX,
    overscan: 10,
  });
  const seen = virtual
    ? virtualizer.getVirtualItems().map(({ index }) => index)
    : lines.map((_, i) => i);
  const above = seen.length > 0 ? seen[0] : 0;
  const below = lines.length - above - seen.length;

  // Who may not read it, and where nothing measures, has no columns for it.
  const asked = useMetricUsage(width >= USAGE_PX ? entityRef : undefined);
  const told = asked.status === 'ready' ? asked.data.items : undefined;
  const usage = useMemo(
    () => new Map((told ?? []).map(item => [item.workload, item])),
    [told],
  );
  const showsUsage = usage.size > 0;

  const showsEnvironment = grouping !== 'environment';
  const columns: SortColumn[] = [
    'service',
    ...(showsEnvironment ? (['environment'] as const) : []),
    'state',
    'version',
    'ready',
    'restarts',
    'changed',
  ];
  const wide = columns.length + (showsUsage ? 2 : 0);
  const openId = state.open && workloadId(state.open);
  const spacer = (count: number) =>
    count > 0 && (
      <tr aria-hidden="true">
        <td
          colSpan={wide}
          style={{ height: count * ROW_PX, padding: 0, border: 0 }}
        />
      </tr>
    );

  return (
    <div
      ref={scroll}
      className={`${classes.card} ${virtual ? classes.scroll : classes.small}`}
    >
      <table
        className={classes.table}
        aria-label={t('workloads.list.label')}
        aria-rowcount={lines.length + 1}
      >
        <thead>
          <tr>
            {columns.map(column => {
              const on = sort.by === column;
              const direction = sort.descending ? 'descending' : 'ascending';
              const head = (
                <th
                  key={column}
                  scope="col"
                  aria-sort={on ? direction : undefined}
                  className={RIGHT.includes(column) ? classes.right : undefined}
                >
                  <button
                    type="button"
                    className={`${controls.plain} ${classes.sort} ${
                      on ? classes.sorted : ''
                    }`}
                    onClick={() =>
                      onSort({ by: column, descending: on && !sort.descending })
                    }
                  >
                    {t(`workloads.list.${column}`)}
                    {on && (
                      <Glyph
                        name={sort.descending ? 'arrowUp' : 'arrowDown'}
                        size={12}
                      />
                    )}
                  </button>
                </th>
              );
              return column === 'changed' && showsUsage
                ? [
                    <UsageHead key="cpu" of="cpu" />,
                    <UsageHead key="memory" of="memory" />,
                    head,
                  ]
                : head;
            })}
          </tr>
        </thead>
        <tbody>
          {spacer(above)}
          {seen.map(i => {
            const line = lines[i];
            return line.kind === 'group' ? (
              <ListGroupRow
                key={`group ${line.group.key}`}
                group={line.group}
                closed={line.closed}
                columns={wide}
                onToggle={onToggle}
              />
            ) : (
              <ListItemRow
                key={line.item.key}
                item={line.item}
                showsEnvironment={showsEnvironment}
                showsUsage={showsUsage}
                usage={usage.get(line.item.workload.id)}
                open={line.item.key === openId}
                searchOf={searchOf}
                onOpen={onOpen}
              />
            );
          })}
          {spacer(below)}
        </tbody>
      </table>
    </div>
  );
}
