import { useState } from 'react';
import { LogSources } from '@domaindeck/backstage-plugin-workloads-common';
import { keepCrash } from './model/keepCrash';
import { Crash, crashToShow } from './model/logChoice';
import { LogsView } from './model/logsView';

/**
 * The crash whose log is shown first. It is decided once for what is looked at: a container that crashes or starts again
 * while somebody reads changes nothing of what is read.
 *
 * @returns it, and the way to its latest run where another has ended meanwhile
 */
export function useCrash(
  sources: LogSources,
  view: LogsView,
): { crash: Crash | undefined; showLatest: () => void } {
  const { service, env, pod, previous, line } = view;
  const [turn, setTurn] = useState(0);
  const choice = JSON.stringify([service, env, pod, previous, line, turn]);
  const [decided, setDecided] = useState<{ choice: string; crash?: Crash }>();
  const crash =
    decided?.choice === choice
      ? decided.crash && keepCrash(decided.crash, sources)
      : crashToShow(sources, view);
  if (decided?.choice !== choice) {
    setDecided({ choice, crash });
  }
  return { crash, showLatest: () => setTurn(turn + 1) };
}
