import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RightsMatrix } from '@domaindeck/backstage-plugin-access-common';
import { useRoleText } from '../../hooks';
import { accessTranslationRef } from '../../translation';
import { RoleMark } from '../parts/RoleMark';
import { weightOf } from '../parts/weightOf';
import { roleKeys } from './model/roleKeys';
import { useRightsStyles } from './useRightsStyles';

/** What each role may, by what it adds to the weaker ones. */
export function RoleLegend(props: { rights: RightsMatrix }): JSX.Element {
  const { roles, verbs } = props.rights;
  const classes = useRightsStyles();
  const roleText = useRoleText();
  const { t } = useTranslationRef(accessTranslationRef);
  const textOf = (key: ReturnType<typeof roleKeys>[number]) => {
    if (key.adds.length === 0) {
      return t('rights.roleMayNoMore');
    }
    const what = key.adds
      .map(group => t(`rights.verbShort.${group}`))
      .join(t('rights.list.comma'));
    return key.also
      ? t('rights.roleMayAlso', { what })
      : t('rights.roleMay', { what });
  };
  return (
    <ul className={classes.legend} aria-label={t('rights.matrix.legend')}>
      {roleKeys(roles, verbs).map(key => (
        <li key={key.role}>
          <RoleMark weight={weightOf(key.role, roles)} />
          <span>
            <b>{roleText(key.role)}</b> {textOf(key)}
          </span>
        </li>
      ))}
    </ul>
  );
}
