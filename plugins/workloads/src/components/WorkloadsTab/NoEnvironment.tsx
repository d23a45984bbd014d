import { DateTime } from 'luxon';
import {
  Entity,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EntityRefLinks,
  getEntityRelations,
} from '@backstage/plugin-catalog-react';
import { usePermission } from '@backstage/plugin-permission-react';
import { clusterInspectPermission } from '@domaindeck/backstage-plugin-workloads-common';
import {
  CopyButton,
  EmptyNotice,
  EndedRights,
} from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';
import { YamlSnippet } from '../parts/YamlSnippet';

/**
 * There is nothing for this reader. Operators learn how to connect the entity; everyone else sees no names, no counts and
 * no hint whether something exists, and who had a right until now learns what became of it.
 */
export function NoEnvironment(props: {
  entity: Entity;
  /** When what was open here was closed, in milliseconds since the epoch. */
  revokedAt?: number;
}): JSX.Element {
  const { entity, revokedAt } = props;
  const { t } = useTranslationRef(workloadsTranslationRef);
  const { allowed } = usePermission({ permission: clusterInspectPermission });
  const { name } = entity.metadata;
  if (allowed && revokedAt === undefined) {
    const entry = bindingOf(entity);
    return (
      <EmptyNotice
        glyph="cluster"
        title={t('workloads.empty.notConnected.title')}
        actions={
          <CopyButton text={() => entry}>
            {t('workloads.empty.notConnected.copy')}
          </CopyButton>
        }
      >
        {t('workloads.empty.notConnected.text', { name })}
        <YamlSnippet>{entry}</YamlSnippet>
      </EmptyNotice>
    );
  }
  const owners = getEntityRelations(entity, RELATION_OWNED_BY);
  const ask = owners.length > 0 && (
    <p>
      {t('workloads.empty.noAccess.ask')}{' '}
      <EntityRefLinks entityRefs={owners} defaultKind="group" />
    </p>
  );
  const title = t(
    revokedAt === undefined
      ? 'workloads.empty.noAccess.title'
      : 'workloads.empty.revoked.title',
  );
  return (
    <EmptyNotice glyph="lock" title={title}>
      {revokedAt === undefined
        ? t('workloads.empty.noAccess.text', { name })
        : t('workloads.empty.revoked.text', {
            name,
            time: DateTime.fromMillis(revokedAt).toFormat('HH:mm'),
          })}
      <EndedRights entityRef={stringifyEntityRef(entity)} otherwise={ask} />
    </EmptyNotice>
  );
}

/** The binding to paste. A component or system is bound through its domain, which only the operator knows here. */
function bindingOf(entity: Entity): string {
  const domain =
    entity.kind.toLocaleLowerCase('en-US') === 'domain'
      ? stringifyEntityRef(entity)
      : 'domain:default/<domain>';
  return [
    'workloads:',
    '  bindings:',
    `    - domain: ${domain}`,
    '      cluster: <cluster>',
    '      namespaces: [<namespace>]',
  ].join('\n');
}
