import { EnvironmentState, Operation, WaitReason } from './model';

/**
 * Topic of Backstage's events service on which the backend tells what happened to environments; the payload is
 * {@link EnvironmentNews}.
 * @public
 */
export const ENVIRONMENTS_TOPIC = 'domaindeck.environments';

/**
 * Something that happened to an environment.
 *
 * `changed`: anything that a list shows; `ready`, `failed`, `gone`: how the work on it ended; `expires`: its end is near.
 * A deletion that fails again and again for the same reason is `failed` once.
 * @public
 */
export interface EnvironmentNews {
  readonly what: 'changed' | 'ready' | 'failed' | 'expires' | 'gone';
  readonly environment: {
    readonly id: string;
    readonly name: string;
    /** Full ref. */
    readonly domain: string;
    readonly cluster: string;
    readonly namespace: string;
    readonly state: EnvironmentState;
    /** What is done to it, or was done to it last. */
    readonly operation: Operation;
    readonly creator: string;
    readonly owner?: string;
    readonly collaborators: readonly string[];
    /** Milliseconds since the epoch. */
    readonly expiresAt: number;
  };
  /** Milliseconds before the end at which it was told. */
  readonly before?: number;
  /** Why it stopped; the message word for word as the cluster says it where it does. */
  readonly reason?: Pick<WaitReason, 'code' | 'message'>;
  /** The service that stopped it. */
  readonly service?: string;
  readonly addresses?: readonly {
    readonly service: string;
    readonly url: string;
  }[];
}
