import { imageNameOf } from '../services/slowRelease';
import { hashOf } from '../store/identity';
import { ContainerRun } from './ContainerRun';
import { LineProfile } from './LineProfile';
import {
  crashEnd,
  goodEnd,
  outOfMemoryEnd,
  plainProfile,
  profiles,
} from './profiles';
import { writeLine } from './writeLine';

/** Lines after which the file is rotated; what a node serves is its newest file alone. */
const FILE_LINES = 4_000;

/** One line: its time in milliseconds, the nanoseconds below them, and the text. */
export interface RunLine {
  readonly at: number;
  readonly nanos: number;
  readonly text: string;
}

/**
 * The log of one run of a container, which is stored nowhere: each line follows from the run and its number, so that a
 * hundred pods cost no memory and the same question always has the same answer.
 */
export class RunLog {
  readonly #run: ContainerRun;
  readonly #profile: LineProfile;
  readonly #period: number;
  readonly #seed: number;
  readonly #begin: readonly string[];
  readonly #end: readonly [number, string][];

  static of(run: ContainerRun): RunLog {
    return new RunLog(run);
  }

  private constructor(run: ContainerRun) {
    this.#run = run;
    const { service, version } = imageNameOf(run.image);
    this.#profile =
      profiles[`${service}:${version}`] ?? profiles[service] ?? plainProfile;
    this.#period = run.rate ? 1000 / run.rate : this.#profile.period;
    this.#seed = hashOf(`${run.podUid}/${run.container}/${run.run}`);
    this.#begin = [
      `level=info msg="${service} ${version} starts" run=${run.run} pod=${run.pod}`,
      'level=info msg="configuration read" file=/etc/app/config.yaml',
      'level=info msg="listens" port=8080',
    ];
    this.#end = endOf(run);
  }

  /** Lines written before a time, of the whole run. */
  count(now: number): number {
    const end = Math.min(now, this.#run.endedAt ?? Infinity);
    return this.#firstFrom(end, this.#bodyLines(end) + this.#total());
  }

  /** The first line that the newest file holds at a time. */
  oldest(now: number): number {
    const files = Math.floor(this.count(now) / FILE_LINES);
    // Half of the file before stays, or a reader who comes right after a rotation would see nothing.
    return Math.max(0, (files - 1) * FILE_LINES + FILE_LINES / 2);
  }

  /** The first line at or after a time; the count when there is none yet. */
  from(at: number, now: number): number {
    return this.#firstFrom(at, this.count(now));
  }

  line(index: number): RunLine {
    const { startedAt, endedAt } = this.#run;
    if (index < this.#begin.length) {
      return {
        at: startedAt + index * 40,
        nanos: this.#dice(index) % 1_000_000,
        text: this.#begin[index],
      };
    }
    const body = endedAt === undefined ? Infinity : this.#bodyLines(endedAt);
    const place = index - this.#begin.length;
    if (endedAt !== undefined && place >= body) {
      const [before, text] = this.#end[place - body];
      return { at: endedAt - before, nanos: (place - body) * 1000, text };
    }
    const dice = this.#dice(index);
    const at =
      this.#bodyStart() +
      place * this.#period +
      (dice % 800) * (this.#period / 1000);
    const whole = Math.floor(at);
    return {
      at: whole,
      nanos: Math.floor((at - whole) * 1_000_000),
      text: writeLine(this.#profile, dice, whole),
    };
  }

  #bodyStart(): number {
    return this.#run.startedAt + 200;
  }

  /** Body lines of a run that ends at a time: they leave room for the last words. */
  #bodyLines(end: number): number {
    const room =
      this.#run.endedAt === undefined
        ? 0
        : (this.#end[0]?.[0] ?? 0) + this.#period;
    const span =
      Math.min(end, this.#run.endedAt ?? end) - this.#bodyStart() - room;
    return Math.max(0, Math.floor(span / this.#period));
  }

  #total(): number {
    return this.#begin.length + this.#end.length + 2;
  }

  #firstFrom(at: number, count: number): number {
    let low = 0;
    let high = Math.min(count, this.#known());
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (this.line(middle).at < at) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** All lines that the run will ever have. */
  #known(): number {
    const { endedAt } = this.#run;
    return endedAt === undefined
      ? Infinity
      : this.#begin.length + this.#bodyLines(endedAt) + this.#end.length;
  }

  #dice(index: number): number {
    let mixed = Math.imul(this.#seed ^ (index + 0x9e3779b9), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return (mixed ^ (mixed >>> 16)) >>> 0;
  }
}

/** RFC 3339 with nine digits, as a container runtime writes it. */
export function timeOfLine({ at, nanos }: RunLine): string {
  return `${new Date(at).toISOString().slice(0, 23)}${String(nanos).padStart(
    6,
    '0',
  )}Z`;
}

function endOf(run: ContainerRun): readonly [number, string][] {
  if (run.endedAt === undefined) {
    return [];
  }
  const words = endWords(run);
  const life = run.endedAt - run.startedAt - 1000;
  return words.filter(([before]) => before < life);
}

function endWords({ exitCode }: ContainerRun): readonly [number, string][] {
  if (exitCode === 137) {
    return outOfMemoryEnd;
  }
  return exitCode === 0 ? goodEnd : crashEnd;
}
