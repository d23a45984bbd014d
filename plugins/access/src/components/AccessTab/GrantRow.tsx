import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  GrantRecord,
  RightsMatrix,
} from '@domaindeck/backstage-plugin-access-common';
import {
  Glyph,
  RefusedControl,
  TextButton,
  useTierLabel,
} from '@domaindeck/backstage-plugin-workloads-react';
import { useDateText, useRoleText } from '../../hooks';
import { accessTranslationRef } from '../../translation';
import { PersonMark } from '../parts/PersonMark';
import { RoleMark } from '../parts/RoleMark';
import { weightOf } from '../parts/weightOf';
import { Editing } from './model/viewState';
import { useTableStyles } from './useTableStyles';

/** One grant: who, which role, where, until when, given by whom and why. */
export function GrantRow(props: {
  grant: GrantRecord;
  rights: RightsMatrix;
  names: ReadonlyMap<string, string>;
  onEdit: (editing: Editing) => void;
}): JSX.Element {
  const { grant, rights, names, onEdit } = props;
  const { subject, where, domains } = grant;
  const classes = useTableStyles();
  const roleText = useRoleText();
  const dateText = useDateText();
  const tierLabel = useTierLabel();
  const { t } = useTranslationRef(accessTranslationRef);
  const comma = t('rights.list.comma');
  const parts = [
    where.tiers?.map(tier => tierLabel(tier)).join(comma),
    where.clusters &&
      t('grants.table.clusters', {
        names: where.clusters
          .map(cluster => names.get(cluster) ?? cluster)
          .join(comma),
      }),
    where.tags && t('grants.table.tags', { names: where.tags.join(comma) }),
  ].filter(Boolean);
  const reach = {
    all: t('grants.table.everyDomain'),
    owned: t('grants.table.ownedDomains'),
  };
  const said = { name: subject.title, role: roleText(grant.role) };
  const locked =
    grant.source === 'config'
      ? t('grants.table.configLocked', { key: grant.key ?? 'access.grants' })
      : t('grants.table.notYours');
  return (
    <tr>
      <th scope="row">
        <span className={classes.line}>
          <PersonMark subject={subject} />
          <span>{subject.title}</span>
        </span>
        {grant.problem && <p className={classes.sub}>{grant.problem}</p>}
      </th>
      <td>
        <span className={classes.line}>
          <RoleMark weight={weightOf(grant.role, rights.roles)} />
          {said.role}
        </span>
      </td>
      <td>
        {parts.length > 0 ? parts.join(comma) : t('grants.table.everywhere')}
        {typeof domains === 'string' && (
          <p className={classes.sub}>{reach[domains]}</p>
        )}
      </td>
      <td>{grant.until ? dateText(grant.until) : t('grants.table.noEnd')}</td>
      <td>
        {grant.source === 'config' ? (
          <span className={classes.line}>
            <Glyph name="lock" size={14} />
            <span>
              {t('grants.table.config')}
              <code className={classes.key}>{grant.key}</code>
            </span>
          </span>
        ) : (
          <>
            {grant.by?.title}
            {grant.at && <p className={classes.sub}>{dateText(grant.at)}</p>}
          </>
        )}
      </td>
      <td>{grant.why}</td>
      <td>
        <span className={classes.actions}>
          {grant.editable ? (
            <>
              <TextButton
                label={t('grants.table.changeOf', said)}
                onClick={() => onEdit({ type: 'change', id: grant.id })}
              >
                {t('grants.table.change')}
              </TextButton>
              <TextButton
                label={t('grants.table.endOf', said)}
                onClick={() => onEdit({ type: 'end', id: grant.id })}
              >
                {t('grants.table.end')}
              </TextButton>
            </>
          ) : (
            <RefusedControl size="small" reason={locked}>
              {t('grants.table.change')}
            </RefusedControl>
          )}
        </span>
      </td>
    </tr>
  );
}
