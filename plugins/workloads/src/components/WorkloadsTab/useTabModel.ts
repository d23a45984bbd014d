import { useMemo, useRef } from 'react';
import {
  shareByKey,
  WorkloadsData,
} from '@domaindeck/backstage-plugin-workloads-react';
import { isDrifted, isProblem } from '../parts/model/cells';
import { ChangesByWorkload } from './model/changes';
import { buildColumns, Column } from '../parts/model/columns';
import { filterRows } from './model/filters';
import { problemsFirst } from '../parts/model/order';
import { buildRows, Row } from '../parts/model/rows';
import { Trouble, troublesOf } from '../parts/model/troubles';
import { ViewState } from '../parts/model/viewState';
import { useFrozenOrder } from './useFrozenOrder';
import { useSettled } from './useSettled';

/** Everything that the tab draws, computed from the data and the URL. */
export interface TabModel {
  readonly columns: readonly Column[];
  readonly reference?: Column;
  /** All services, in their frozen order. */
  readonly rows: readonly Row[];
  /** Those that pass the filters. */
  readonly shown: readonly Row[];
  readonly troubles: readonly Trouble[];
  readonly problemRows: number;
  readonly driftedRows: number;
}

const keyOfRow = (row: Row) => row.key;

/**
 * @param asked - Counts how often the reader asked for problems first again.
 * @param changes - What changed, while only that is to be shown.
 */
export function useTabModel(
  data: WorkloadsData,
  state: ViewState,
  asked: number,
  changes?: ChangesByWorkload,
): TabModel {
  const { workloads, clusters, components, environments } = data;
  const { env, ref } = state;

  const lastColumns = useRef<readonly Column[]>([]);
  const columns = useMemo(() => {
    lastColumns.current = shareByKey(
      lastColumns.current,
      buildColumns(environments, clusters, env, ref),
      column => column.environment.ref,
    );
    return lastColumns.current;
  }, [environments, clusters, env, ref]);

  const lastRows = useRef<readonly Row[]>([]);
  const built = useMemo(() => {
    lastRows.current = shareByKey(
      lastRows.current,
      buildRows(components, workloads, columns),
      keyOfRow,
    );
    return lastRows.current;
  }, [components, workloads, columns]);

  const settled = useSettled(columns.some(column => column.connecting));
  const ordered = useMemo(
    () => problemsFirst(built, columns),
    [built, columns],
  );
  const rows = useFrozenOrder(ordered, keyOfRow, String(asked), settled);

  // A key pressed in the search asks for another selection of rows, and for nothing else.
  const counted = useMemo(
    () => ({
      columns,
      reference: columns.find(column => column.isReference),
      rows,
      troubles: troublesOf(rows, columns),
      problemRows: rows.filter(row => row.cells.some(isProblem)).length,
      driftedRows: rows.filter(row => row.cells.some(isDrifted)).length,
    }),
    [columns, rows],
  );
  const { q, health, problems, drifted } = state;
  const shown = useMemo(
    () => filterRows(rows, { q, health, problems, drifted }, changes),
    [rows, q, health, problems, drifted, changes],
  );
  return useMemo(() => ({ ...counted, shown }), [counted, shown]);
}
