import {
  Clock,
  ClusterResponse,
} from '@domaindeck/backstage-plugin-workloads-node';
import { LogLine } from '../types';
import { LineSplitter } from './LineSplitter';

/** A stream that says nothing for so many milliseconds is opened anew: some nodes stay with a file that was rotated. */
const SILENCE = 60_000;

/**
 * How a stream of lines came to its end. `ended`: in good order. `cut`: the connection broke. `silent`: nothing came
 * for a minute. `enough`: the caller wanted no more.
 */
export type StreamEnd = 'ended' | 'cut' | 'silent' | 'enough';

/**
 * Reads a log until it ends.
 *
 * @param onLines - resolves when more may come, to false when no more is wanted; the node waits meanwhile
 * @param watched - whether silence counts as a failure
 */
export async function readStream(options: {
  readonly body: ClusterResponse['body'];
  readonly splitter: LineSplitter;
  readonly clock: Clock;
  readonly watched: boolean;
  readonly onLines: (lines: readonly LogLine[]) => Promise<boolean>;
}): Promise<StreamEnd> {
  const { body, splitter, clock, watched, onLines } = options;
  let silent = false;
  let stopTimer = () => {};
  const watch = () => {
    stopTimer();
    if (watched) {
      stopTimer = clock.after(SILENCE, () => {
        silent = true;
        body.destroy(new Error('silent'));
      });
    }
  };
  try {
    watch();
    for await (const chunk of body) {
      // A reader that waits for its own reader is not silent.
      stopTimer();
      const lines = splitter.push(chunk);
      if (lines.length > 0 && !(await onLines(lines))) {
        body.destroy();
        return 'enough';
      }
      watch();
    }
    return silent ? 'silent' : 'ended';
  } catch {
    return silent ? 'silent' : 'cut';
  } finally {
    stopTimer();
  }
}
