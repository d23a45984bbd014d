import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RightsMatrix } from '@domaindeck/backstage-plugin-access-common';
import { Glyph, Place } from '@domaindeck/backstage-plugin-workloads-react';
import { accessTranslationRef } from '../../translation';
import { RowLine } from './model/matrixLines';
import { RightCell } from './RightCell';
import { AccessViewControl } from './useAccessView';
import { useRightsStyles } from './useRightsStyles';

/** A department with what its people hold; its name explains, and opens it to its people. */
export function DepartmentRow(props: {
  line: RowLine;
  rights: RightsMatrix;
  view: AccessViewControl;
  names: ReadonlyMap<string, string>;
  /** Ref of whom is explained. */
  chosen: string;
  cursor: Place;
  onToggle: () => void;
}): JSX.Element {
  const { line, rights, view, names, chosen, cursor, onToggle } = props;
  const { row, open, place } = line;
  const { subject } = row;
  const classes = useRightsStyles();
  const { t } = useTranslationRef(accessTranslationRef);
  const isGroup = subject.kind === 'group';
  const isChosen = chosen === subject.ref;
  const facts = [
    isGroup
      ? t('rights.matrix.people', { count: row.memberCount })
      : t('rights.matrix.person'),
    row.ownsDomain && t('rights.matrix.owns'),
    row.everyDomain && t('rights.matrix.every'),
    row.partOf?.[0] && t('rights.matrix.partOf', { name: row.partOf[0].title }),
  ];
  const arrow = open ? 'down' : 'right';
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          className={`${classes.cell} ${isChosen ? classes.chosen : ''}`}
          data-place={`${place}:0`}
          tabIndex={cursor.row === place && cursor.column === 0 ? 0 : -1}
          aria-expanded={isGroup ? open : undefined}
          onClick={() => {
            if (isGroup && (!open || isChosen)) {
              onToggle();
            }
            view.change({ of: subject.ref, cell: undefined });
          }}
        >
          <span className={classes.name}>
            <Glyph name={isGroup ? arrow : 'user'} size={14} />
            <b>{subject.title}</b>{' '}
            <span className={classes.nameSub}>
              {facts.filter(Boolean).join(' · ')}
            </span>
          </span>
        </button>
      </th>
      {row.cells.map((cell, index) => (
        <RightCell
          key={cell.cluster}
          subject={subject}
          cell={cell}
          rights={rights}
          environment={names.get(cell.cluster) ?? cell.cluster}
          small={false}
          chosen={isChosen && view.state.cell?.cluster === cell.cluster}
          place={`${place}:${index + 1}`}
          tabStop={cursor.row === place && cursor.column === index + 1}
          onChoose={() =>
            view.change({
              of: subject.ref,
              cell: { verb: 'view', cluster: cell.cluster },
            })
          }
        />
      ))}
    </tr>
  );
}
