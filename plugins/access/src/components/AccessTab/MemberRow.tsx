import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RightsMatrix } from '@domaindeck/backstage-plugin-access-common';
import { Place } from '@domaindeck/backstage-plugin-workloads-react';
import { accessTranslationRef } from '../../translation';
import { PersonMark } from '../parts/PersonMark';
import { MemberLine } from './model/matrixLines';
import { RightCell } from './RightCell';
import { AccessViewControl } from './useAccessView';
import { useRightsStyles } from './useRightsStyles';

/** A person of an open department. */
export function MemberRow(props: {
  line: MemberLine;
  rights: RightsMatrix;
  view: AccessViewControl;
  names: ReadonlyMap<string, string>;
  /** Ref of whom is explained. */
  chosen: string;
  cursor: Place;
}): JSX.Element {
  const { line, rights, view, names, chosen, cursor } = props;
  const { member, place } = line;
  const { subject } = member;
  const classes = useRightsStyles();
  const { t } = useTranslationRef(accessTranslationRef);
  const isChosen = chosen === subject.ref;
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          className={`${classes.cell} ${classes.small} ${
            isChosen ? classes.chosen : ''
          }`}
          data-place={`${place}:0`}
          tabIndex={cursor.row === place && cursor.column === 0 ? 0 : -1}
          onClick={() => view.change({ of: subject.ref, cell: undefined })}
        >
          <span className={classes.person}>
            <PersonMark subject={subject} reader={member.isCaller} />
            <span className={isChosen ? classes.bold : undefined}>
              {subject.title}{' '}
              {member.isCaller && (
                <span className={classes.reader}>{t('rights.matrix.you')}</span>
              )}
            </span>
          </span>
        </button>
      </th>
      {member.cells.map((cell, index) => (
        <RightCell
          key={cell.cluster}
          subject={subject}
          cell={cell}
          rights={rights}
          environment={names.get(cell.cluster) ?? cell.cluster}
          small
          chosen={isChosen}
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
