import { useRef } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Explanation } from '@domaindeck/backstage-plugin-access-common';
import {
  Glyph,
  tokensOf,
  useMatrixCursor,
} from '@domaindeck/backstage-plugin-workloads-react';
import { accessTranslationRef } from '../../translation';
import { MayRow } from './model/verbGroups';
import { ChosenCell } from './model/viewState';
import { useVerbText } from './useVerbText';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      scroll: { overflowX: 'auto', margin: '0 16px 14px' },
      table: {
        width: '100%',
        borderCollapse: 'separate',
        borderSpacing: 0,
        tableLayout: 'fixed',
        border: `1px solid ${tokens.border}`,
        borderRadius: 4,
        fontSize: 12,
        '& th, & td': {
          padding: 0,
          height: 28,
          textAlign: 'center',
          borderBottom: `1px solid ${tokens.border}`,
        },
        '& thead th': {
          // Four tiers leave just the room that "development" needs; a longer name breaks at a syllable.
          padding: '4px 0',
          fontSize: 11,
          fontWeight: 400,
          color: tokens.text3,
          hyphens: 'auto',
          overflowWrap: 'anywhere',
          lineHeight: '16px',
        },
        '& tr > th:first-child': {
          width: 148,
          paddingLeft: 12,
          textAlign: 'left',
        },
        '& tbody th': { fontSize: 13, fontWeight: 400 },
        '& tbody tr:last-child > *': { borderBottom: 0 },
      },
      cell: {
        width: '100%',
        height: 28,
        display: 'grid',
        placeItems: 'center',
        border: 0,
        padding: 0,
        background: 'none',
        color: tokens.text3,
        cursor: 'pointer',
        '&:hover': { background: tokens.hover },
        '&:focus-visible': {
          outline: `2px solid ${tokens.link}`,
          outlineOffset: -2,
        },
      },
      yes: { color: tokens.text },
      chosen: {
        outline: `2px solid ${tokens.link}`,
        outlineOffset: -2,
        borderRadius: 3,
      },
    };
  },
  { name: 'DomainDeckMayTable' },
);

/** What somebody may, verb by environment; each tick and each lock can be asked why. */
export function MayTable(props: {
  explanation: Explanation;
  rows: readonly MayRow[];
  names: ReadonlyMap<string, string>;
  chosen: ChosenCell | undefined;
  onChoose: (cell: ChosenCell) => void;
}): JSX.Element {
  const { explanation, rows, names, chosen, onChoose } = props;
  const { environments, subject } = explanation;
  const classes = useStyles();
  const verbText = useVerbText();
  const { t } = useTranslationRef(accessTranslationRef);
  const table = useRef<HTMLTableElement>(null);
  const cursor = useMatrixCursor(table, {
    rows: rows.length,
    columns: environments.length + 1,
  });
  return (
    <div className={classes.scroll}>
      <table
        ref={table}
        className={classes.table}
        aria-label={t('rights.may.label', { name: subject.title })}
      >
        <thead>
          <tr>
            <th scope="col">{t('rights.may.head')}</th>
            {environments.map(({ cluster }) => (
              <th key={cluster} scope="col">
                {names.get(cluster) ?? cluster}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => {
            const what = verbText(row.name);
            return (
              <tr key={row.verb}>
                <th scope="row">{what}</th>
                {row.cells.map(({ cluster, allowed }, index) => {
                  const said = {
                    what,
                    environment: names.get(cluster) ?? cluster,
                  };
                  const isChosen =
                    chosen?.verb === row.verb && chosen.cluster === cluster;
                  return (
                    <td key={cluster}>
                      <button
                        type="button"
                        className={`${classes.cell} ${
                          allowed ? classes.yes : ''
                        } ${isChosen ? classes.chosen : ''}`}
                        data-place={`${place}:${index + 1}`}
                        tabIndex={
                          cursor.row === place &&
                          Math.max(cursor.column, 1) === index + 1
                            ? 0
                            : -1
                        }
                        aria-pressed={isChosen}
                        aria-label={
                          allowed
                            ? t('rights.may.yes', said)
                            : t('rights.may.no', said)
                        }
                        onClick={() => onChoose({ verb: row.verb, cluster })}
                      >
                        <Glyph name={allowed ? 'check' : 'lock'} size={14} />
                      </button>
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
