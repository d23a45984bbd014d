import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Pod, Workload } from '@domaindeck/backstage-plugin-workloads-common';
import { useClock } from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';
import { GROUP_ABOVE, podGroups, urgency } from './model/podGroups';
import { podState } from './model/podState';
import { PanelSection } from './PanelSection';
import { PodGroupRows } from './PodGroupRows';
import { PodRows } from './PodRows';
import { PodTable } from './PodTable';
import { useKeptOrder } from './useKeptOrder';
import { useOpenPods } from './useOpenPods';
import { usePodStyles } from './usePodStyles';

/** The pods of the workload, sick ones first and open; grouped by state where they are many. */
export function PodsSection(props: {
  workload: Workload;
  lastKnown: boolean;
}): JSX.Element {
  const { workload, lastKnown } = props;
  const { ready, desired } = workload.replicas;
  const classes = usePodStyles();
  const { t } = useTranslationRef(workloadsTranslationRef);
  const clock = useClock();
  const now = clock.now();
  const pods = useKeptOrder(sickFirst(workload.pods, now), pod => pod.uid);
  const { isOpen, toggle } = useOpenPods(pods);
  const rows = () =>
    pods.length > GROUP_ABOVE
      ? podGroups(pods, now).map(group => (
          <PodGroupRows
            key={group.id}
            group={group}
            isOpen={isOpen}
            onToggle={toggle}
            lastKnown={lastKnown}
          />
        ))
      : pods.map(pod => (
          <PodRows
            key={pod.uid}
            pod={pod}
            open={isOpen(pod)}
            onToggle={toggle}
            lastKnown={lastKnown}
          />
        ));
  return (
    <PanelSection
      title={t('panel.pods.title')}
      aside={
        desired > 0
          ? t('panel.pods.ready', {
              ready: String(ready),
              desired: String(desired),
            })
          : undefined
      }
    >
      {pods.length > 0 ? (
        <PodTable>{rows()}</PodTable>
      ) : (
        <p className={classes.none}>
          {workload.schedule ? t('panel.pods.noRun') : t('panel.pods.none')}
        </p>
      )}
    </PanelSection>
  );
}

function sickFirst(pods: readonly Pod[], now: number): Pod[] {
  const marks = new Map(
    pods.map(pod => [pod.uid, urgency(podState(pod, now).mark)]),
  );
  return [...pods].sort(
    (a, b) =>
      marks.get(a.uid)! - marks.get(b.uid)! || a.name.localeCompare(b.name),
  );
}
