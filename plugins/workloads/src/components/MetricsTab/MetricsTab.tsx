import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  EmptyNotice,
  EndedRights,
  isRefused,
  metricsApiRef,
  TextButton,
  useMetricText,
  useRemote,
} from '@domaindeck/backstage-plugin-workloads-react';
import { missingParent } from '../parts/model/missingParent';
import { NoParent } from '../parts/NoParent';
import { MetricsWorkspace } from './MetricsWorkspace';

/** Sources come and go seldom; workloads join and leave. */
const EVERY_MS = 60_000;

/** What the workloads of the entity use whose page this is. */
export function MetricsTab(): JSX.Element {
  const { entity } = useEntity();
  const missing = missingParent(entity);
  return missing ? (
    <NoParent entity={entity} missing={missing} />
  ) : (
    <EntityMetrics />
  );
}

function EntityMetrics(): JSX.Element {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const api = useApi(metricsApiRef);
  const t = useMetricText();
  const overview = useRemote(
    entityRef,
    signal => api.getMetricPanels(entityRef, { signal }),
    { everyMs: EVERY_MS },
  );
  switch (overview.status) {
    case 'ready':
      return overview.data.environments.length === 0 ? (
        <Absent entityRef={entityRef} />
      ) : (
        <MetricsWorkspace entityRef={entityRef} overview={overview.data} />
      );
    case 'failed':
      if (overview.error.name === 'NotAllowedError') {
        return (
          <EmptyNotice glyph="lock" title={t('metrics.states.noRight.title')}>
            {t('metrics.states.noRight.text')}
            <p>{overview.error.message}</p>
          </EmptyNotice>
        );
      }
      return isRefused(overview.error) ? (
        <Absent entityRef={entityRef} />
      ) : (
        <EmptyNotice
          glyph="refresh"
          title={t('metrics.states.lost.title')}
          actions={
            <TextButton onClick={overview.reload}>
              {t('metrics.states.again')}
            </TextButton>
          }
        >
          {t('metrics.states.lost.text')}
          <p>{overview.error.message}</p>
        </EmptyNotice>
      );
    default:
      return (
        <div role="status" aria-label={t('metrics.states.loading')}>
          <Skeleton variant="rect" height={236} />
        </div>
      );
  }
}

function Absent(props: { entityRef: string }): JSX.Element {
  const t = useMetricText();
  return (
    <EmptyNotice glyph="lock" title={t('metrics.states.absent.title')}>
      {t('metrics.states.absent.text')}
      <EndedRights entityRef={props.entityRef} />
    </EmptyNotice>
  );
}
