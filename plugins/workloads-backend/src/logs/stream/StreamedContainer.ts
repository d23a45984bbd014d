import {
  LogLevelReader,
  LogRecord,
  shiftLogTime,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  ContainerNow,
  LogLine,
  LogPlace,
  LogTarget,
  ReaderNote,
} from '../types';

/** Milliseconds by which a cluster's clock may be off before its lines are moved in the order. */
const SKEW = 2_000;

/** One container within a stream: how far it has come, and how its records are numbered. */
export class StreamedContainer {
  readonly target: LogTarget;
  /** Its number in the merge. */
  readonly number: number;
  readonly levels = LogLevelReader.create();
  /** Undefined when the pod is gone. */
  now: ContainerNow | undefined;
  /** The number of its latest source record. */
  source?: number;
  run: number;
  /** The latest line that was read, whatever the filter said of it. */
  readAt?: string;
  /** See {@link LogPlace}. */
  uncertainFrom?: string;
  /** The latest line that went out. */
  sentAt?: string;
  /** Whether its lines of today were reached, so that lines which wait are news and not backlog. */
  live = false;
  following = false;
  finished = false;
  readonly skewMs: number;
  /** Runs by the numbers of their source records. */
  readonly #runs = new Map<number, number>();
  /** Lines that are older than one which was read before them, with the time of that one. */
  #olderThanBefore: { readonly at: string; readonly before: string }[] = [];
  #readRun: number;
  #sentRun: number;

  static create(options: {
    target: LogTarget;
    number: number;
    now: ContainerNow;
    skewMs: number | undefined;
    resume: LogPlace | undefined;
  }): StreamedContainer {
    return new StreamedContainer(options);
  }

  private constructor(options: {
    target: LogTarget;
    number: number;
    now: ContainerNow;
    skewMs: number | undefined;
    resume: LogPlace | undefined;
  }) {
    this.target = options.target;
    this.number = options.number;
    this.now = options.now;
    const skew = options.skewMs ?? 0;
    this.skewMs = Math.abs(skew) >= SKEW ? skew : 0;
    this.run = options.resume?.run ?? options.now.restarts;
    this.#readRun = this.run;
    this.#sentRun = this.run;
    this.readAt = options.resume?.at;
    this.sentAt = options.resume?.at;
    this.uncertainFrom = options.resume?.uncertainFrom;
  }

  /** A time of this container's node by the portal's clock. */
  orderOf(at: string): string {
    return shiftLogTime(at, -this.skewMs);
  }

  /** A time of the portal by the clock of this container's node. */
  ownTimeOf(at: string | undefined): string | undefined {
    return at && shiftLogTime(at, this.skewMs);
  }

  noteRead({ at }: LogLine): void {
    this.#readRun = this.run;
    if (this.readAt === undefined || at >= this.readAt) {
      this.readAt = at;
    } else {
      this.#olderThanBefore.push({ at, before: this.readAt });
    }
  }

  noteSent(at: string, source: number): void {
    this.#sentRun = this.#runs.get(source) ?? this.run;
    if (this.sentAt === undefined || at > this.sentAt) {
      this.sentAt = at;
    }
  }

  /** @param waiting - whether lines of it have not gone out yet */
  place(waiting: boolean): LogPlace {
    if (!waiting) {
      this.#olderThanBefore = [];
    }
    const at = waiting ? this.#sentUpTo() : this.readAt;
    const { uncertainFrom } = this;
    return {
      run: waiting ? this.#sentRun : this.#readRun,
      at,
      ...(uncertainFrom !== undefined && { uncertainFrom }),
    };
  }

  /**
   * The latest time up to which everything that was read has gone out. Lines go out by their time, and one may have
   * overtaken another that was read before it: who goes on from there would take it for a proof that nothing between is
   * missing, which a rotation may have taken.
   */
  #sentUpTo(): string | undefined {
    const { sentAt } = this;
    if (sentAt === undefined) {
      return undefined;
    }
    this.#olderThanBefore = this.#olderThanBefore.filter(
      ({ before }) => before > sentAt,
    );
    return this.#olderThanBefore.reduce(
      (upTo, { at }) => (at <= upTo ? shiftLogTime(at, -1) : upTo),
      sentAt,
    );
  }

  sourceRecord(source: number, run: number, previous: boolean): LogRecord {
    const { id, cluster, namespace, pod, podUid, container, role } =
      this.target;
    this.source = source;
    this.run = run;
    this.#runs.set(source, run);
    return {
      type: 'source',
      source,
      key: `${id}/${run}`,
      origin: {
        cluster,
        namespace,
        pod,
        podUid,
        container,
        role,
        run,
        workload: this.target.workload,
        componentRef: this.target.componentRef,
      },
      ...(previous && { previous }),
    };
  }

  noteRecord(note: ReaderNote, at: string): LogRecord {
    const { source = 0 } = this;
    return note.state === 'gap'
      ? {
          type: 'gap',
          source,
          from: note.from,
          to: note.to,
          reason: note.reason,
        }
      : { type: 'state', source, at, ...note };
  }
}
