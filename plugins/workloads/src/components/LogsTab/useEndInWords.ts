import { useCallback } from 'react';
import { LogContainer } from '@domaindeck/backstage-plugin-workloads-common';
import { useLogText } from '@domaindeck/backstage-plugin-workloads-react';

/** Says how the last run of a container ended: facts only, no guess at a cause. */
export function useEndInWords(): (container: LogContainer) => string {
  const t = useLogText();
  return useCallback(
    ({ name, lastEnd }) => {
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
