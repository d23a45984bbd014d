import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  GrantRecord,
  RightsEnvironment,
} from '@domaindeck/backstage-plugin-access-common';
import { ChoiceMenu } from '@domaindeck/backstage-plugin-workloads-react';
import { accessTranslationRef } from '../../translation';
import { columnsOf, EVERYWHERE, GrantDraft } from './model/grantDraft';

/** In which environments a grant holds. */
export function WhereChoice(props: {
  environments: readonly RightsEnvironment[];
  names: ReadonlyMap<string, string>;
  /** The grant that is changed. */
  grant: GrantRecord | undefined;
  where: GrantDraft['where'];
  onChange: (where: GrantDraft['where']) => void;
}): JSX.Element {
  const { environments, names, grant, where, onChange } = props;
  const { t } = useTranslationRef(accessTranslationRef);
  const chosen =
    where === EVERYWHERE || where === undefined
      ? columnsOf(grant && where === undefined ? grant.where : {}, environments)
      : where;
  const all = where === EVERYWHERE;
  const value = () => {
    if (all) {
      return t('grants.form.everywhere');
    }
    return chosen.length === 0
      ? t('grants.form.whereNone')
      : chosen
          .map(cluster => names.get(cluster) ?? cluster)
          .join(t('rights.list.comma'));
  };
  return (
    <ChoiceMenu
      label={t('grants.form.where')}
      value={value()}
      multiple
      set={where !== undefined && where.length > 0}
      choices={[
        ...environments.map(({ cluster, title }) => ({
          key: cluster,
          text: `${names.get(cluster) ?? cluster} · ${title}`,
          chosen: chosen.includes(cluster),
        })),
        { key: EVERYWHERE, text: t('grants.form.everywhere'), chosen: all },
      ]}
      onChoose={key => {
        if (key === EVERYWHERE) {
          onChange(all ? [] : EVERYWHERE);
          return;
        }
        onChange(
          chosen.includes(key)
            ? chosen.filter(cluster => cluster !== key)
            : [...chosen, key],
        );
      }}
    />
  );
}
