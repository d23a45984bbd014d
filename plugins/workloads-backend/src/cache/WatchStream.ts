import {
  Clock,
  ClusterResponse,
} from '@domaindeck/backstage-plugin-workloads-node';
import { FeedError } from './FeedError';
import { parseWatchLine, WatchRecord } from './parseWatchLine';
import { readLines } from './readLines';
import { TimeShare } from './TimeShare';

/**
 * Servers send a bookmark a minute, so that 90 s of silence mean a dead connection. The spread keeps the watches of one
 * cluster from all coming back at the same moment.
 */
const SILENCE_MS = 90_000;
const SILENCE_SPREAD_MS = 30_000;

/**
 * One open watch: its lines as records, with an alarm for silence.
 *
 * Guarantees: every line is accepted or the stream fails; a stream that has brought no line, nor 64 KiB of one, in the
 * time that silence may last fails too; what takes us long to digest is not held against it.
 */
export class WatchStream {
  readonly #clock: Clock;
  readonly #timeShare: TimeShare;
  readonly #random: () => number;

  static create(options: {
    clock: Clock;
    timeShare: TimeShare;
    random: () => number;
  }): WatchStream {
    return new WatchStream(options.clock, options.timeShare, options.random);
  }

  private constructor(
    clock: Clock,
    timeShare: TimeShare,
    random: () => number,
  ) {
    this.#clock = clock;
    this.#timeShare = timeShare;
    this.#random = random;
  }

  /**
   * Gives each record to `accept` until the server ends the stream.
   *
   * @param limitSilence - milliseconds that it may say nothing, asked after each sign of life; 90 to 120 s for undefined
   * @throws FeedError when it breaks, falls silent, or carries what is no record.
   */
  async read(
    body: ClusterResponse['body'],
    signal: AbortSignal,
    accept: (record: WatchRecord) => void,
    limitSilence: () => number | undefined = () => undefined,
  ): Promise<void> {
    let cancelAlarm = () => {};
    const spread = this.#random() * SILENCE_SPREAD_MS;
    const arm = () => {
      cancelAlarm();
      const limit = limitSilence() ?? SILENCE_MS + spread;
      cancelAlarm = this.#clock.after(limit, () =>
        body.destroy(
          new FeedError('silent', 'its watch said nothing for too long'),
        ),
      );
    };
    const onAbort = () => body.destroy();
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      arm();
      for await (const lines of readLines(body)) {
        // What takes long to digest is not silence.
        cancelAlarm();
        lines.reverse();
        while (lines.length > 0) {
          const turn = this.#timeShare.pause();
          if (turn) {
            await turn;
            signal.throwIfAborted();
          }
          acceptLast(lines, accept);
        }
        arm();
      }
    } catch (error) {
      signal.throwIfAborted();
      throw error instanceof FeedError
        ? error
        : new FeedError('broken', `its watch broke off: ${error}`);
    } finally {
      cancelAlarm();
      signal.removeEventListener('abort', onAbort);
      body.destroy();
    }
  }
}

/**
 * Takes one line off and gives its record away. A function of its own: what an async one has touched stays in memory
 * while it waits, and a line holds a whole object.
 */
function acceptLast(
  lines: string[],
  accept: (record: WatchRecord) => void,
): void {
  accept(parseWatchLine(lines.pop() ?? ''));
}
