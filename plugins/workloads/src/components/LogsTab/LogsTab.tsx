import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  EmptyNotice,
  EndedRights,
  isRefused,
  logsApiRef,
  TextButton,
  useLogText,
  useRemote,
  wordsOfError,
} from '@domaindeck/backstage-plugin-workloads-react';
import { missingParent } from '../parts/model/missingParent';
import { NoParent } from '../parts/NoParent';
import { LogsWorkspace } from './LogsWorkspace';

/** Pods join and leave; the stream says it at once for lines, this for the list of pods. */
const EVERY_MS = 15_000;

/** The logs of the entity whose page this is, of all its pods in all its environments. */
export function LogsTab(): JSX.Element {
  const { entity } = useEntity();
  const missing = missingParent(entity);
  return missing ? (
    <NoParent entity={entity} missing={missing} />
  ) : (
    <EntityLogs />
  );
}

function EntityLogs(): JSX.Element {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const api = useApi(logsApiRef);
  const t = useLogText();
  const sources = useRemote(
    entityRef,
    signal => api.getLogSources(entityRef, { signal }),
    { everyMs: EVERY_MS },
  );
  switch (sources.status) {
    case 'ready': {
      const { environments } = sources.data;
      if (environments.length === 0) {
        return <Absent entityRef={entityRef} />;
      }
      if (environments.every(one => !one.readable)) {
        return (
          <EmptyNotice glyph="lock" title={t('logs.states.noRight.title')}>
            {environments.find(one => one.refusal)?.refusal ??
              t('logs.states.noRight.text')}
          </EmptyNotice>
        );
      }
      return <LogsWorkspace entityRef={entityRef} sources={sources.data} />;
    }
    case 'failed':
      return isRefused(sources.error) ? (
        <Absent entityRef={entityRef} />
      ) : (
        <EmptyNotice
          glyph="refresh"
          title={t('logs.states.lost.title')}
          actions={
            <TextButton onClick={sources.reload}>
              {t('logs.states.lost.tryNow')}
            </TextButton>
          }
        >
          {t('logs.states.lost.text')}
          <p>{wordsOfError(sources.error)}</p>
        </EmptyNotice>
      );
    default:
      return (
        <div role="status" aria-label={t('logs.list.loading')}>
          {[90, 70, 80, 50].map(width => (
            <Skeleton key={width} width={`${width}%`} height={24} />
          ))}
        </div>
      );
  }
}

function Absent(props: { entityRef: string }): JSX.Element {
  const t = useLogText();
  return (
    <EmptyNotice glyph="lock" title={t('logs.states.absent.title')}>
      {t('logs.states.absent.text')}
      <EndedRights entityRef={props.entityRef} />
    </EmptyNotice>
  );
}
