import { useLogText } from '@domaindeck/backstage-plugin-workloads-react';
import { DoorLink } from '../parts/DoorLink';
import { useTabPaths } from '../parts/TabPaths';
import { metricsAtEnd, metricsOfRelease, panelOf } from './model/crashDoors';
import { LastRelease } from './model/lastReleaseBefore';
import { Crash } from './model/logChoice';

/** The ways from a crash to what else tells of it, as far as the portal has them. */
export function CrashDoors(props: {
  crash: Crash;
  release: LastRelease | undefined;
}): JSX.Element {
  const { crash, release } = props;
  const t = useLogText();
  const { metrics, workloads } = useTabPaths();
  const atEnd = metricsAtEnd(crash);
  const ranOut = crash.container.lastEnd?.reason === 'OOMKilled';
  return (
    <>
      {metrics && atEnd && (
        <DoorLink
          to={{ pathname: metrics, search: atEnd }}
          look="boxed"
          glyph="chart"
        >
          {ranOut ? t('logs.crash.memoryThen') : t('logs.crash.metricsThen')}
        </DoorLink>
      )}
      {workloads && (
        <DoorLink
          to={{ pathname: workloads, search: panelOf(crash) }}
          look="boxed"
          glyph="list"
        >
          {t('logs.crash.events')}
        </DoorLink>
      )}
      {metrics && release && (
        <DoorLink
          to={{ pathname: metrics, search: metricsOfRelease(crash, release) }}
          look="boxed"
          glyph="branch"
        >
          {t('logs.crash.changed', { version: release.to })}
        </DoorLink>
      )}
    </>
  );
}
