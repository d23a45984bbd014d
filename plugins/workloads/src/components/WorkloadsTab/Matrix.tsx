import { useRef } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  workloadId,
  WorkloadIdentity,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  Glyph,
  useControlStyles,
  useMatrixCursor,
} from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';
import { MatrixHead } from './MatrixHead';
import { MatrixRow } from './MatrixRow';
import { Column } from './model/columns';
import { Row } from './model/rows';
import { useMatrixStyles } from './useMatrixStyles';

/** Below this width the card takes its narrow form. */
export const NARROW_PX = 900;
/** Below this width of a column, its texts stand closer to the hairlines. */
const TIGHT_PX = 230;
/* Widths of the first column, and the least ones of the others: what does not fit scrolls under the names. */
const SERVICE_PX = { wide: 176, narrow: 112 };
const COLUMN_PX = { wide: 184, narrow: 132 };

/** Services by environments: one tab stop, arrows inside. */
export function Matrix(props: {
  rows: readonly Row[];
  columns: readonly Column[];
  /** Width of the card in pixels. */
  width: number;
  open?: WorkloadIdentity;
  searchOf: (identity: WorkloadIdentity) => string;
  onMakeReference: (ref: string) => void;
  onSortAgain: () => void;
}): JSX.Element {
  const { rows, columns, width, open, searchOf } = props;
  const { onMakeReference, onSortAgain } = props;
  const classes = useMatrixStyles();
  const controls = useControlStyles();
  const { t } = useTranslationRef(workloadsTranslationRef);
  const table = useRef<HTMLTableElement>(null);
  const narrow = width < NARROW_PX;
  const form = narrow ? 'narrow' : 'wide';
  const tight =
    !narrow && (width - SERVICE_PX.wide) / columns.length < TIGHT_PX;
  const openId = open && workloadId(open);
  const place = useMatrixCursor(table, {
    rows: rows.length,
    columns: columns.length + 1,
  });

  return (
    <div className={classes.card}>
      <table
        ref={table}
        className={[
          classes.table,
          narrow && classes.narrow,
          tight && classes.tight,
        ]
          .filter(Boolean)
          .join(' ')}
        style={{
          minWidth: SERVICE_PX[form] + columns.length * COLUMN_PX[form],
        }}
        aria-label={t('workloads.matrix.label')}
      >
        <colgroup>
          <col className={classes.service} />
          {columns.map(column => (
            <col key={column.environment.ref} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th
              scope="col"
              className={`${classes.corner} ${classes.sticky}`}
              aria-label={t('workloads.matrix.service')}
            >
              <button
                type="button"
                className={`${controls.plain} ${classes.sort}`}
                title={t('workloads.matrix.sortAgain')}
                onClick={onSortAgain}
              >
                {t('workloads.matrix.problemsFirst')}
                <Glyph name="arrowDown" size={12} />
              </button>
            </th>
            {columns.map(column => (
              <MatrixHead
                key={column.environment.ref}
                column={column}
                onMakeReference={onMakeReference}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((one, i) => (
            <MatrixRow
              key={one.key}
              row={one}
              index={i}
              columns={columns}
              narrow={narrow}
              tight={tight}
              current={i === place.row ? place.column : undefined}
              openId={holds(one, openId) ? openId : undefined}
              searchOf={searchOf}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function holds(row: Row, id: string | undefined): boolean {
  return (
    id !== undefined &&
    row.cells.some(
      cell =>
        cell.kind === 'workloads' &&
        cell.all.some(workload => workload.id === id),
    )
  );
}
