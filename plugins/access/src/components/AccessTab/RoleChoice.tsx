import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Role } from '@domaindeck/backstage-plugin-access-common';
import { ChoiceMenu } from '@domaindeck/backstage-plugin-workloads-react';
import { useRoleText } from '../../hooks';
import { accessTranslationRef } from '../../translation';
import { RoleMark } from '../parts/RoleMark';
import { weightOf } from '../parts/weightOf';

const useStyles = makeStyles(
  { role: { display: 'inline-flex', alignItems: 'center', gap: 8 } },
  { name: 'DomainDeckRoleChoice' },
);

/** Which role a grant gives. */
export function RoleChoice(props: {
  roles: readonly Role[];
  role: string | undefined;
  onChange: (role: string) => void;
}): JSX.Element {
  const { roles, role, onChange } = props;
  const classes = useStyles();
  const roleText = useRoleText();
  const { t } = useTranslationRef(accessTranslationRef);
  return (
    <ChoiceMenu
      label={t('grants.form.role')}
      value={role ? roleText(role) : t('grants.form.roleNone')}
      multiple={false}
      set={role !== undefined}
      choices={roles.map(({ name }) => ({
        key: name,
        text: (
          <span className={classes.role}>
            <RoleMark weight={weightOf(name, roles)} />
            {roleText(name)}
          </span>
        ),
        chosen: name === role,
      }))}
      onChoose={onChange}
    />
  );
}
