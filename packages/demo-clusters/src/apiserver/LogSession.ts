import { setTimeout as delay } from 'node:timers/promises';
import { Gate } from '../faults/Gate';
import { ContainerRun, findRun } from '../logs/ContainerRun';
import { RunLine, RunLog, timeOfLine } from '../logs/RunLog';
import { Pod } from '../player/objects';
import { LogOptions } from './LogOptions';
import { ResponseWriter } from './ResponseWriter';
import { StatusError } from '../writes/StatusError';

/** Lines written between two looks at whether the reader is still there. */
const BATCH = 512;
/** How soon a reader who follows sees a line, in milliseconds, at the least and at the most. */
const SOONEST = 10;
const LATEST = 250;

/** What a log is read from. */
export interface LogScene {
  /** The pod as it is now; undefined when it is gone. */
  readonly pod: () => Pod | undefined;
  readonly clock: () => number;
  readonly gate: Gate;
}

/** One answer to a request for the log of a container. */
export class LogSession {
  readonly #scene: LogScene;
  readonly #options: LogOptions;
  readonly #writer: ResponseWriter;
  readonly #run: ContainerRun;
  #bytesLeft: number;
  #ended = false;

  /** @throws StatusError 400 when the container has no such log, in the words of the real server */
  static create(
    pod: Pod,
    scene: LogScene,
    options: LogOptions,
    writer: ResponseWriter,
  ): LogSession {
    const container = containerOf(pod, options.container);
    const found = findRun(pod, container, options.previous);
    if (!found.found) {
      throw StatusError.badRequest(found.message);
    }
    return new LogSession(scene, options, writer, found.run);
  }

  private constructor(
    scene: LogScene,
    options: LogOptions,
    writer: ResponseWriter,
    run: ContainerRun,
  ) {
    this.#scene = scene;
    this.#options = options;
    this.#writer = writer;
    this.#run = run;
    this.#bytesLeft = options.limitBytes ?? Infinity;
  }

  /** Ends the answer in good order. */
  end(): void {
    this.#ended = true;
  }

  /** Runs until everything is written, or for one that follows until the run ends or the reader leaves. */
  async execute(): Promise<void> {
    const { clock, gate } = this.#scene;
    const { follow } = this.#options;
    this.#writer.beginText();
    this.#writer.onClose(() => this.end());
    let log = RunLog.of(this.#run);
    let next = this.#first(log, clock());
    for (;;) {
      const run = this.#latestRun();
      log = RunLog.of(run);
      const count = log.count(clock());
      // A file that was rotated meanwhile has lost what nobody had read.
      next = Math.max(next, follow ? log.oldest(clock()) : 0);
      while (next < count && !this.#ended) {
        const end = Math.min(count, next + BATCH);
        await gate.pass();
        for (; next < end && !this.#ended; next += 1) {
          await this.#write(log.line(next));
        }
        await this.#writer.flush();
      }
      if (!follow || run.endedAt !== undefined || this.#ended) {
        break;
      }
      await delay(
        Math.min(LATEST, Math.max(SOONEST, log.line(next).at - clock())),
        undefined,
        { ref: false },
      );
    }
    await this.#writer.end();
  }

  #first(log: RunLog, now: number): number {
    const { since, tailLines } = this.#options;
    const tailed = tailLines === undefined ? 0 : log.count(now) - tailLines;
    return Math.max(
      log.oldest(now),
      tailed,
      since === undefined ? 0 : log.from(since, now),
    );
  }

  /** The run with its end, once it has one; a run whose pod is gone ends now. */
  #latestRun(): ContainerRun {
    if (this.#run.endedAt !== undefined) {
      return this.#run;
    }
    const pod = this.#scene.pod();
    if (!pod || pod.metadata.uid !== this.#run.podUid) {
      return { ...this.#run, endedAt: this.#scene.clock(), exitCode: 0 };
    }
    for (const previous of [false, true]) {
      const found = findRun(pod, this.#run.container, previous);
      if (found.found && found.run.startedAt === this.#run.startedAt) {
        return found.run;
      }
    }
    return { ...this.#run, endedAt: this.#scene.clock(), exitCode: 0 };
  }

  async #write(line: RunLine): Promise<void> {
    const text = this.#options.timestamps
      ? `${timeOfLine(line)} ${line.text}\n`
      : `${line.text}\n`;
    const bytes = Buffer.byteLength(text);
    await this.#writer.write(
      bytes <= this.#bytesLeft
        ? text
        : Buffer.from(text).subarray(0, this.#bytesLeft).toString(),
    );
    this.#bytesLeft -= bytes;
    this.#ended ||= this.#bytesLeft <= 0;
  }
}

function containerOf(pod: Pod, asked: string | undefined): string {
  const main = pod.spec.containers.map(({ name }) => name);
  const first = (pod.spec.initContainers ?? []).map(({ name }) => name);
  const { name } = pod.metadata;
  if (asked === undefined && main.length + first.length > 1) {
    const others =
      first.length > 0
        ? ` or one of the init containers: [${first.join(' ')}]`
        : '';
    throw StatusError.badRequest(
      `a container name must be specified for pod ${name}, choose one of: [${main.join(
        ' ',
      )}]${others}`,
    );
  }
  if (asked !== undefined && ![...main, ...first].includes(asked)) {
    throw StatusError.badRequest(
      `container ${asked} is not valid for pod ${name}`,
    );
  }
  return asked ?? main[0];
}
