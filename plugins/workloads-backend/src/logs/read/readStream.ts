import {
  Clock,
  ClusterResponse,
} from '@domaindeck/backstage-plugin-workloads-node';
import { LogLine } from '../types';
import { LineSplitter } from './LineSplitter';
import { ReadPace } from './ReadPace';
import { SilenceWatch } from './SilenceWatch';

/** Who says so many bytes at a time does not have to be waited for: that is many lines already. */
const PLENTY = 16 * 1024;

/**
 * How a stream of lines came to its end. `ended`: in good order. `cut`: the connection broke. `silent`: nothing came
 * for a minute. `enough`: the caller wanted no more.
 */
export type StreamEnd = 'ended' | 'cut' | 'silent' | 'enough';

/**
 * Reads a log until it ends.
 *
 * @param onLines - resolves when more may come, to false when no more is wanted; the node waits meanwhile
 * @param pace - of a log that is followed: silence counts as a failure then, and few lines are let become more before
 * they are read. What comes meanwhile is read as one piece.
 */
export async function readStream(options: {
  readonly body: ClusterResponse['body'];
  readonly splitter: LineSplitter;
  readonly clock: Clock;
  readonly pace: ReadPace | undefined;
  readonly onLines: (lines: readonly LogLine[]) => Promise<boolean>;
}): Promise<StreamEnd> {
  const { body, splitter, clock, pace, onLines } = options;
  let silent = false;
  const watch =
    pace &&
    SilenceWatch.start(clock, () => {
      silent = true;
      body.destroy(new Error('silent'));
    });
  try {
    for await (const chunk of body) {
      watch?.hear();
      const lines = splitter.push(chunk);
      if (lines.length > 0 && !(await onLines(lines))) {
        body.destroy();
        return 'enough';
      }
      watch?.listen();
      if (chunk.length < PLENTY) {
        await pace?.rest();
      }
    }
    return silent ? 'silent' : 'ended';
  } catch {
    return silent ? 'silent' : 'cut';
  } finally {
    watch?.stop();
  }
}
