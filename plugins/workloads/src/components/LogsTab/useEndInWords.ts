import { useCallback } from 'react';
import { useLogText } from '@domaindeck/backstage-plugin-workloads-react';
import { Crash } from './model/logChoice';

/** Says how the last run of a container ended: facts only, no guess at a cause. */
export function useEndInWords(): (crash: Crash) => string {
  const t = useLogText();
  return useCallback(
    ({ pod, container }) => {
      const { lastEnd } = container;
      // Many a container is called app; people know the service.
      const service = pod.workload.split('/').at(-1) ?? pod.name;
      const name =
        container.name === service ? service : `${service} (${container.name})`;
      if (lastEnd?.reason === 'OOMKilled') {
        return t('logs.crash.killed', { name });
      }
      return lastEnd?.exitCode === undefined
        ? t('logs.crash.endedPlain', { name })
        : t('logs.crash.ended', { name, code: lastEnd.exitCode });
    },
    [t],
  );
}
