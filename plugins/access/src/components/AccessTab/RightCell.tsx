import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  RightsMatrix,
  SubjectInfo,
} from '@domaindeck/backstage-plugin-access-common';
import { useDateText, useRoleText } from '../../hooks';
import { accessTranslationRef } from '../../translation';
import { RoleMark } from '../parts/RoleMark';
import { weightOf } from '../parts/weightOf';
import { DrawnCell } from './model/matrixRows';
import { useRightsStyles } from './useRightsStyles';

/** What somebody holds in one environment, and why when that is not plain. */
export function RightCell(props: {
  subject: SubjectInfo;
  cell: DrawnCell;
  rights: RightsMatrix;
  environment: string;
  /** A person below the department. */
  small: boolean;
  chosen: boolean;
  place: string;
  tabStop: boolean;
  onChoose: () => void;
}): JSX.Element {
  const { subject, cell, rights, environment, small, chosen } = props;
  const classes = useRightsStyles();
  const roleText = useRoleText();
  const dateText = useDateText();
  const { t } = useTranslationRef(accessTranslationRef);
  const role = roleText(cell.role);
  const { source, change } = cell;
  const why = (() => {
    if (change) {
      return t('rights.matrix.was', { role: roleText(change.was) });
    }
    if (source?.until) {
      return t('rights.matrix.until', { date: dateText(source.until) });
    }
    if (source?.type === 'ownership' && !small) {
      return t('rights.matrix.byOwnership');
    }
    if (source && !small && source.subject.ref !== subject.ref) {
      return t('rights.matrix.from', { name: source.subject.title });
    }
    return undefined;
  })();
  const changedClass = small ? classes.changedSmall : classes.changed;
  const names = [
    classes.cell,
    small && classes.small,
    chosen && classes.chosen,
    change && changedClass,
  ];
  const said = { who: subject.title, environment, role };
  return (
    <td>
      <button
        type="button"
        className={names.filter(Boolean).join(' ')}
        data-place={props.place}
        tabIndex={props.tabStop ? 0 : -1}
        aria-label={
          why
            ? t('rights.matrix.cellWhy', { ...said, why })
            : t('rights.matrix.cell', said)
        }
        onClick={props.onChoose}
      >
        <span
          className={`${classes.role} ${cell.role ? '' : classes.none} ${
            small && cell.role ? classes.quiet : ''
          }`}
        >
          <RoleMark weight={weightOf(cell.role, rights.roles)} />
          {role}
        </span>
        {why && <span className={classes.roleWhy}>{why}</span>}
      </button>
    </td>
  );
}
