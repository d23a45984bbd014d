import { WorkloadsData } from '@domaindeck/backstage-plugin-workloads-react';
import { Cell } from '../../parts/model/cells';
import { buildColumns, Column } from '../../parts/model/columns';
import { problemsFirst } from '../../parts/model/order';
import { buildRows, Row } from '../../parts/model/rows';
import { Trouble, troublesOf } from '../../parts/model/troubles';

/** As many services as have room beside each other in a card. */
const SHOWN = 10;

/** The health of a domain at a glance. */
export interface HealthGrid {
  /** The environments that the reader may view, baselines only, in the order of the config. */
  readonly environments: readonly Column[];
  /** At most 10 services, those with problems first. */
  readonly services: readonly Row[];
  /** The services that have no room. */
  readonly rest: { readonly count: number; readonly allRunning: boolean };
  /** What needs a person, the worst first. */
  readonly troubles: readonly Trouble[];
}

/** Chooses what the card shows. */
export function healthGrid(data: WorkloadsData): HealthGrid {
  const { environments, clusters, components, workloads } = data;
  const columns = buildColumns(environments, clusters, [], undefined);
  const rows = problemsFirst(
    buildRows(components, workloads, columns),
    columns,
  );
  const rest = rows.slice(SHOWN);
  return {
    environments: columns,
    services: rows.slice(0, SHOWN),
    rest: {
      count: rest.length,
      allRunning: rest.every(row => row.cells.every(isQuiet)),
    },
    troubles: troublesOf(rows, columns),
  };
}

/** What says nothing against "running": where a service is not, it does not run badly. */
function isQuiet(cell: Cell): boolean {
  return (
    cell.kind === 'absent' ||
    (cell.kind === 'workloads' && cell.health === 'healthy')
  );
}
