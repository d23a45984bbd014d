import { LogSources } from '@domaindeck/backstage-plugin-workloads-common';
import {
  logClock,
  LogZone,
  ShownTime,
  useLogText,
} from '@domaindeck/backstage-plugin-workloads-react';
import { Crash } from './model/logChoice';
import { LogsView } from './model/logsView';
import { pastRuns } from './model/pastRuns';
import { runsOf } from './model/runsOf';

/** Characters of a time of day up to the second. */
const SECOND = 8;

/** What the time control says while the run before a crash is shown, whatever range stands in the address. */
export function useShownRun(
  crash: Crash | undefined,
  sources: LogSources,
  zone: LogZone,
  zoom: (part: Partial<LogsView>) => void,
): ShownTime | undefined {
  const t = useLogText();
  const run =
    crash && runsOf(crash.container).find(({ kind }) => kind === 'ended');
  if (!crash || !run) {
    return undefined;
  }
  const { number, startedAt, endedAt } = run;
  const clock = (at: string) =>
    logClock(new Date(at).toISOString(), zone).slice(0, SECOND);
  const past = pastRuns(crash, sources);
  return {
    words:
      startedAt && endedAt
        ? t('logs.crash.runSpan', {
            number,
            from: clock(startedAt),
            to: clock(endedAt),
          })
        : t('logs.crash.runAlone', { number }),
    before: past && (() => zoom(past)),
    after: () => zoom({ previous: false }),
  };
}
