import {
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EntityRefLinks,
  getEntityRelations,
  useEntity,
} from '@backstage/plugin-catalog-react';
import {
  EmptyNotice,
  isRefused,
  TextButton,
  wordsOfError,
} from '@domaindeck/backstage-plugin-workloads-react';
import { useRights } from '../../hooks';
import { EndedRightsNote } from '../EndedRights';
import { accessTranslationRef } from '../../translation';
import { AccessContent } from './AccessContent';
import { LoadingRights } from './LoadingRights';

/** Who may do what in the domain whose page this is, and why. */
export function AccessTab(): JSX.Element {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const rights = useRights(entityRef);
  const { t } = useTranslationRef(accessTranslationRef);
  const { name } = entity.metadata;
  if (rights.status === 'ready') {
    return (
      <AccessContent
        rights={rights.data}
        error={rights.error}
        onReload={rights.reload}
      />
    );
  }
  if (rights.status !== 'failed') {
    return <LoadingRights />;
  }
  if (!isRefused(rights.error)) {
    return (
      <EmptyNotice
        glyph="refresh"
        title={t('rights.failed')}
        actions={
          <TextButton onClick={rights.reload}>{t('rights.retry')}</TextButton>
        }
      >
        {wordsOfError(rights.error)}
      </EmptyNotice>
    );
  }
  const owners = getEntityRelations(entity, RELATION_OWNED_BY);
  return (
    <EmptyNotice glyph="lock" title={t('rights.noAccess.title')}>
      {t('rights.noAccess.text', { name })}
      <EndedRightsNote
        entityRef={entityRef}
        otherwise={
          owners.length > 0 && (
            <p>
              {t('rights.noAccess.ask')}{' '}
              <EntityRefLinks entityRefs={owners} defaultKind="group" />
            </p>
          )
        }
      />
    </EmptyNotice>
  );
}
