import { Clock } from '../clock';
import { Visibility } from './Visibility';

/** The page keeps its stream so long after it was hidden; a glance at another tab costs no new request. */
const HIDDEN_MS = 5_000;

/**
 * Runs something while the page is on the screen: begins at once, is aborted when the page was hidden for 5 s, and begins
 * anew when it shows. Browsers allow six connections per host; a hidden page should hold none.
 * @returns what stops everything, so that no timer and no request remains
 * @public
 */
export function whileVisible(options: {
  clock: Clock;
  visibility: Visibility;
  run: (signal: AbortSignal) => void;
  onPause: () => void;
}): () => void {
  const { clock, visibility, run, onPause } = options;
  let controller: AbortController | undefined;
  let cancelPause = () => {};
  const stop = () => {
    controller?.abort();
    controller = undefined;
  };
  const resume = () => {
    if (!controller) {
      controller = new AbortController();
      run(controller.signal);
    }
  };
  const onVisibility = () => {
    cancelPause();
    if (visibility.hidden()) {
      cancelPause = clock.after(HIDDEN_MS, () => {
        stop();
        onPause();
      });
    } else {
      resume();
    }
  };
  const unsubscribe = visibility.subscribe(onVisibility);
  resume();
  if (visibility.hidden()) {
    onVisibility();
  }
  return () => {
    cancelPause();
    unsubscribe();
    stop();
  };
}
