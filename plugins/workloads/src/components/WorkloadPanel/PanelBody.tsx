import { ReactNode } from 'react';
import Skeleton from '@material-ui/lab/Skeleton';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ClusterStatus,
  Workload,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  FailureNote,
  isRefused,
  useEvents,
  useWorkloadDetail,
} from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';
import { useSay } from '../../translation/useSay';
import { ChangedLine } from './ChangedLine';
import { CrashLines } from './CrashLines';
import { ChecksSection } from './ChecksSection';
import { EventsSection } from './EventsSection';
import { chatLines } from './model/chatLines';
import { checkRows } from './model/checkRows';
import { changeKeyOf } from './model/changeKeyOf';
import { summaryOf } from './model/summaryOf';
import { PanelDoors } from './PanelDoors';
import { PodsSection } from './PodsSection';
import { ReleasesSection } from './ReleasesSection';
import { SummaryCard } from './SummaryCard';

/** Events come without a change of the workload; they are kept in memory by the backend, so asking costs little. */
const EVENTS_EVERY_MS = 10_000;
/** More than any panel shows at first, few enough for one answer. */
const EVENTS_LIMIT = 200;

/**
 * What is known of one workload. The row and its pods are live; details are asked for again when they may have changed,
 * and stay on the screen meanwhile.
 */
export function PanelBody(props: {
  entityRef: string;
  workload: Workload;
  cluster?: ClusterStatus;
  environmentLabel: string;
}): JSX.Element {
  const { entityRef, workload, cluster, environmentLabel } = props;
  const { t } = useTranslationRef(workloadsTranslationRef);
  const say = useSay();
  const changeKey = changeKeyOf(workload, cluster);
  const detail = useWorkloadDetail(workload, { changeKey });
  const events = useEvents(
    entityRef,
    { workload: workload.id, limit: EVENTS_LIMIT },
    { changeKey, everyMs: EVENTS_EVERY_MS },
  );
  const known = detail.status === 'ready' ? detail.data : undefined;
  const summary = summaryOf({
    workload,
    releases: known?.releases ?? [],
    cluster,
  });
  const lastKnown = summary.health === 'unknown';
  const chatText = () =>
    chatLines({
      workload,
      environment: { text: environmentLabel },
      releases: known?.releases ?? [],
      cluster,
      events: events.status === 'ready' ? events.data.items : [],
      link: window.location.href,
    })
      .map(line => line.map(say).join(t('panel.summary.join')))
      .join('\n');

  const details = (): ReactNode => {
    if (known) {
      return (
        <>
          <ReleasesSection releases={known.releases} />
          <ChecksSection
            rows={checkRows({
              workload,
              conditions: known.conditions,
              autoscaler: known.autoscaler,
            })}
          />
        </>
      );
    }
    if (detail.status === 'failed') {
      return (
        <FailureNote
          title={t('panel.states.detailFailed')}
          error={detail.error}
          kind={isRefused(detail.error) ? 'refused' : 'failed'}
          retry={{ label: t('panel.states.retry'), onRetry: detail.reload }}
        />
      );
    }
    return (
      <div role="status" aria-label={t('panel.states.loading')}>
        {[1, 2, 3, 4].map(line => (
          <Skeleton key={line} height={36} />
        ))}
      </div>
    );
  };

  return (
    <>
      <ChangedLine workload={workload} />
      <SummaryCard summary={summary} />
      <CrashLines entityRef={entityRef} workload={workload} />
      <PanelDoors
        workload={workload}
        open={workload}
        detail={detail}
        chatText={chatText}
      />
      <PodsSection workload={workload} lastKnown={lastKnown} />
      {details()}
      <EventsSection events={events} />
    </>
  );
}
