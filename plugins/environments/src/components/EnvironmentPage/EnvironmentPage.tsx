import { useEffect, useRef } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  PartialFailure,
  useAnnouncement,
} from '@domaindeck/backstage-plugin-workloads-react';
import { addressOf } from '../../model/addressOf';
import { hostOf } from '../../model/hostOf';
import { isUnderWay } from '../../model/progressOf';
import { silentClusters } from '../../model/silentClusters';
import { environmentsTranslationRef } from '../../translation';
import { EnvironmentViewProps, NamedEnvironment } from '../parts/named';
import { useCardStyles } from '../parts/useCardStyles';
import { DetailView } from './detail/DetailView';
import { ProgressView } from './progress/ProgressView';

/** The page of the environment that the URL names. */
export function EnvironmentPage(): JSX.Element {
  return (
    <NamedEnvironment>
      {view => <ShownEnvironment {...view} />}
    </NamedEnvironment>
  );
}

/** On its way, or there: the one turns into the other in place. */
function ShownEnvironment(view: EnvironmentViewProps): JSX.Element {
  const { record } = view;
  const cards = useCardStyles();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const underWay = isUnderWay(record);
  const came = useRef(false);
  const wasUnderWay = useRef(underWay);
  if (wasUnderWay.current && !underWay) {
    came.current = true;
  }
  wasUnderWay.current = underWay;
  const address = addressOf(record);
  const ready = came.current && address.kind === 'open';
  const said = useAnnouncement(
    ready ? t('progress.now.readyNow', { host: hostOf(address.url) }) : '',
  );
  useTitleBadge(ready);
  return (
    <div className={cards.page}>
      <span role="status" className={cards.screenReader}>
        {said}
      </span>
      <PartialFailure
        clusters={
          record.clusterSilent ? silentClusters(undefined, [record]) : []
        }
      />
      {underWay ? <ProgressView {...view} /> : <DetailView {...view} />}
    </div>
  );
}

/** A mark in the title of a tab in the background, until somebody looks. */
function useTitleBadge(ready: boolean): void {
  useEffect(() => {
    if (!ready || !document.hidden) {
      return undefined;
    }
    const { title } = document;
    document.title = `● ${title}`;
    const seen = () => {
      document.title = title;
    };
    document.addEventListener('visibilitychange', seen, { once: true });
    return () => document.removeEventListener('visibilitychange', seen);
  }, [ready]);
}
