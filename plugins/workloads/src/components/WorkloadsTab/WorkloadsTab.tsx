import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  EmptyNotice,
  isRefused,
  TextButton,
  useWorkloads,
} from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';
import { LiveWorkloads } from './LiveWorkloads';
import { LoadingMatrix } from './LoadingMatrix';
import { missingParent } from '../parts/model/missingParent';
import { NoEnvironment } from './NoEnvironment';
import { NoParent } from '../parts/NoParent';

/** The workloads of the entity whose page this is, in all its environments, live. */
export function WorkloadsTab(): JSX.Element {
  const { entity } = useEntity();
  const missing = missingParent(entity);
  return missing ? (
    <NoParent entity={entity} missing={missing} />
  ) : (
    <EntityWorkloads />
  );
}

function EntityWorkloads(): JSX.Element {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const { state, retryNow } = useWorkloads(entityRef);
  const { t } = useTranslationRef(workloadsTranslationRef);
  switch (state.phase) {
    case 'loading':
      return <LoadingMatrix />;
    case 'failed':
      return isRefused(state.error) ? (
        <NoEnvironment entity={entity} revokedAt={state.revokedAt} />
      ) : (
        <EmptyNotice
          glyph="refresh"
          title={t('workloads.empty.lost.title')}
          actions={
            <TextButton onClick={retryNow}>
              {t('workloads.live.tryNow')}
            </TextButton>
          }
        >
          {t('workloads.empty.lost.text')}
          <p>{state.error.message}</p>
        </EmptyNotice>
      );
    default:
      return (
        <LiveWorkloads
          entity={entity}
          entityRef={entityRef}
          data={state.data}
          connection={state.connection}
          onTryNow={retryNow}
        />
      );
  }
}
