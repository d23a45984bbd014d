import { useRef } from 'react';
import { PodColour, podColours } from './model/podColours';

/**
 * The colours of pods that come one after the other: who has one keeps it.
 * @param pods - Keys, see {@link podKeyOf}; the same array as long as nothing changes.
 * @param running - Those of them that have not ended: they come first.
 * @param choice - What is looked at; another one begins anew, so that each shows what it shows on every tab.
 * @public
 */
export function usePodColours(
  pods: readonly string[],
  running: readonly string[],
  choice: string,
): ReadonlyMap<string, PodColour> {
  const last = useRef<{
    pods: readonly string[];
    choice: string;
    colours: ReadonlyMap<string, PodColour>;
  }>();
  if (last.current?.pods !== pods || last.current.choice !== choice) {
    const before =
      last.current?.choice === choice
        ? last.current.colours
        : podColours(running);
    last.current = { pods, choice, colours: podColours(pods, before) };
  }
  return last.current.colours;
}
