import {
  LogOrigin,
  LogStateRecord,
} from '@domaindeck/backstage-plugin-workloads-common';

/** One line as a container wrote it. */
export interface LogLine {
  /** UTC with nine digits; such times compare as texts. */
  readonly at: string;
  /** At most {@link LINE_LIMIT} characters. */
  readonly text: string;
  /** The whole length of a line that was cut. */
  readonly bytes?: number;
}

/** Characters of a line that are shown; the rest is for the download. */
export const LINE_LIMIT = 64 * 1024;

/** A container whose log is read: its name and place, whatever run it is in. */
export interface LogTarget {
  /** cluster/namespace/pod/uid/container */
  readonly id: string;
  readonly cluster: string;
  readonly namespace: string;
  readonly pod: string;
  readonly podUid: string;
  readonly container: string;
  readonly role: NonNullable<LogOrigin['role']>;
  /** Id of the workload. */
  readonly workload: string;
  readonly componentRef?: string;
}

/** How far a reader has come. */
export interface LogPlace {
  readonly run: number;
  /** The latest line; lines of the second before come again. */
  readonly at?: string;
  /** From where on the run is read once more should it turn out that the next one was taken for it. */
  readonly uncertainFrom?: string;
}

/** What is known of a container at a moment. */
export interface ContainerNow {
  readonly state: 'waiting' | 'running' | 'ended';
  readonly restarts: number;
  /** When this run began, RFC 3339. */
  readonly startedAt?: string;
  /** Whether the run before the last restart has ended and may have a log. */
  readonly previous: boolean;
  readonly reason?: string;
  readonly message?: string;
  /** How the run before ended. */
  readonly exitCode?: number;
  readonly signal?: number;
  readonly endReason?: string;
}

/** What a reader tells of a container beside its lines. */
export type ReaderNote =
  | Pick<
      LogStateRecord,
      | 'state'
      | 'message'
      | 'reason'
      | 'retryAt'
      | 'exitCode'
      | 'signal'
      | 'skewMs'
    >
  | {
      readonly state: 'gap';
      readonly from: string;
      readonly to: string;
      readonly reason: 'rotated' | 'overload' | 'restart' | 'cursor';
    };

/** Kinds of notes that stand between lines, at the place where they happened. */
export function isBetweenLines(note: ReaderNote): boolean {
  return note.state === 'gap' || note.state === 'restarted';
}

/** Takes what a reader reads. */
export interface LogSink {
  /**
   * Resolves when more may come.
   * @param uncertainFrom - see {@link LogPlace}
   */
  lines(
    lines: readonly LogLine[],
    uncertainFrom: string | undefined,
  ): Promise<void>;
  /** The lines from now on are of this run. */
  run(run: number): void;
  note(note: ReaderNote): void;
}
