import { memo } from 'react';
import { Link } from 'react-router-dom';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { WorkloadIdentity } from '@domaindeck/backstage-plugin-workloads-common';
import { useTierLabel } from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';
import { MatrixCell } from './MatrixCell';
import { Cell, isProblem, urgencyOf } from '../parts/model/cells';
import { ChangesByWorkload, newestOf } from './model/changes';
import { Column } from '../parts/model/columns';
import { LogsDoorLink } from '../parts/LogsDoorLink';
import { Row } from '../parts/model/rows';
import { useMatrixStyles } from './useMatrixStyles';

/** One service in all environments. */
export const MatrixRow = memo(RowBody);

function RowBody(props: {
  row: Row;
  /** Its place among the rows. */
  index: number;
  columns: readonly Column[];
  narrow: boolean;
  slim: boolean;
  tight: boolean;
  /** The column to which Tab leads, 0 for the name; undefined when it leads to another row. */
  current?: number;
  /** Id of the open workload, if it is in this row. */
  openId?: string;
  changes?: ChangesByWorkload;
  /** Learns how high the row came out; undefined where nobody needs to know. */
  measure?: (row: HTMLTableRowElement | null) => void;
  searchOf: (identity: WorkloadIdentity) => string;
}): JSX.Element {
  const { row, index, columns, narrow, slim, tight } = props;
  const { current, openId, changes, measure, searchOf } = props;
  const classes = useMatrixStyles();
  const tierLabel = useTierLabel();
  const { t } = useTranslationRef(workloadsTranslationRef);
  const worst = worstOf(row.cells);
  const named = {
    'data-place': `${index}:0`,
    tabIndex: current === 0 ? 0 : -1,
  };
  return (
    <tr
      ref={measure}
      data-index={measure && index}
      aria-rowindex={measure && index + 2}
    >
      <th scope="row" className={classes.sticky}>
        {worst?.kind === 'workloads' ? (
          <Link
            className={classes.name}
            to={{ search: searchOf(worst.lead) }}
            title={t('workloads.matrix.worst')}
            {...named}
          >
            {row.name}
          </Link>
        ) : (
          <span className={classes.name} {...named}>
            {row.name}
          </span>
        )}
        <span className={classes.door}>
          <LogsDoorLink
            look="icon"
            label={t('workloads.matrix.logs', { name: row.name })}
            door={{ service: serviceOf(row) }}
          />
        </span>
        {row.system && <span className={classes.system}>{row.system}</span>}
      </th>
      {row.cells.map((cell, i) => {
        const column = columns[i];
        const tone = [
          column.silent && classes.silent,
          column.isReference && classes.reference,
        ];
        return (
          <td
            key={column.environment.ref}
            className={tone.find(Boolean) || undefined}
          >
            <MatrixCell
              cell={cell}
              name={row.name}
              environment={tierLabel(
                column.environment.tier,
                column.environment.cluster,
              )}
              place={`${index}:${i + 1}`}
              current={current === i + 1}
              narrow={narrow}
              slim={slim}
              tight={tight}
              open={
                cell.kind === 'workloads' &&
                cell.all.some(workload => workload.id === openId)
              }
              change={
                changes && cell.kind === 'workloads'
                  ? newestOf(cell.all, changes)
                  : undefined
              }
              searchOf={searchOf}
            />
          </td>
        );
      })}
    </tr>
  );
}

/** The workload of the row, which may be called otherwise than its component. */
function serviceOf(row: Row): string {
  const found = row.cells.find(cell => cell.kind === 'workloads');
  return found?.kind === 'workloads' ? found.lead.name : row.name;
}

function worstOf(cells: readonly Cell[]): Cell | undefined {
  const rank = (cell: Cell) =>
    cell.kind === 'workloads' && isProblem(cell) ? urgencyOf(cell.health) : 9;
  return cells
    .filter(cell => cell.kind === 'workloads')
    .sort((a, b) => rank(a) - rank(b))[0];
}
