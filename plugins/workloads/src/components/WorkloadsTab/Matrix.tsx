import { useEffect, useRef } from 'react';
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
import { ChangesByWorkload } from './model/changes';
import { Column } from '../parts/model/columns';
import { Row } from '../parts/model/rows';
import { useMatrixLines } from './useMatrixLines';
import { useMatrixStyles } from './useMatrixStyles';

/** Below this width the card takes its narrow form. */
export const NARROW_PX = 900;
/** Below this width of a column, even the narrow form leaves out what the panel says. */
const SLIM_PX = 128;
/** Below this width of a column, its texts stand closer to the hairlines. */
const TIGHT_PX = 230;
/* Widths of the first column, and the least ones of the others: what does not fit scrolls under the names. */
const SERVICE_PX = { wide: 176, narrow: 112, slim: 104 };
const COLUMN_PX = { wide: 184, narrow: 132, slim: 88 };

/** Services by environments: one tab stop, arrows inside. */
export function Matrix(props: {
  rows: readonly Row[];
  columns: readonly Column[];
  /** Width of the card in pixels. */
  width: number;
  open?: WorkloadIdentity;
  /** What changed, while only that is shown. */
  changes?: ChangesByWorkload;
  searchOf: (identity: WorkloadIdentity) => string;
  onMakeReference: (ref: string) => void;
  onSortAgain: () => void;
}): JSX.Element {
  const { rows, columns, width, open, changes, searchOf } = props;
  const { onMakeReference, onSortAgain } = props;
  const classes = useMatrixStyles();
  const controls = useControlStyles();
  const { t } = useTranslationRef(workloadsTranslationRef);
  const table = useRef<HTMLTableElement>(null);
  const scroll = useRef<HTMLDivElement>(null);
  const narrow = width < NARROW_PX;
  const slim =
    narrow &&
    open !== undefined &&
    (width - SERVICE_PX.narrow) / columns.length < SLIM_PX;
  const form = formOf(narrow, slim);
  const tight =
    !narrow && (width - SERVICE_PX.wide) / columns.length < TIGHT_PX;
  const openId = open && workloadId(open);
  const reveal = useRef<(row: number) => void>();
  const place = useMatrixCursor(
    table,
    { rows: rows.length, columns: columns.length + 1 },
    reveal,
  );
  const { virtual, lines, measure, ...seen } = useMatrixLines(
    scroll,
    { rows: rows.length, columns: columns.length },
    place.row,
  );
  reveal.current = seen.reveal;

  // The panel takes room from the matrix; the cell that it speaks of stays in what is left.
  useEffect(() => {
    const cell = openId && table.current?.querySelector('[aria-current]');
    if (cell && cell.scrollIntoView) {
      cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
  }, [openId, form]);

  return (
    <div
      ref={scroll}
      className={`${classes.card} ${virtual ? classes.scroll : ''}`}
    >
      <table
        ref={table}
        aria-rowcount={virtual ? rows.length + 1 : undefined}
        className={[
          classes.table,
          narrow && classes.narrow,
          slim && classes.slim,
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
          {lines.map(line =>
            line.kind === 'gap' ? (
              <tr key={line.key} aria-hidden="true">
                <td
                  colSpan={columns.length + 1}
                  style={{ height: line.px, border: 0 }}
                />
              </tr>
            ) : (
              <MatrixRow
                key={rows[line.index].key}
                row={rows[line.index]}
                index={line.index}
                columns={columns}
                narrow={narrow}
                slim={slim}
                tight={tight}
                current={line.index === place.row ? place.column : undefined}
                openId={holds(rows[line.index], openId) ? openId : undefined}
                changes={changes}
                measure={measure}
                searchOf={searchOf}
              />
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}

function formOf(narrow: boolean, slim: boolean): 'wide' | 'narrow' | 'slim' {
  if (slim) {
    return 'slim';
  }
  return narrow ? 'narrow' : 'wide';
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
