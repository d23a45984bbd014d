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
    readonly state: string;
    readonly creator: string;
    readonly owner?: string;
    readonly collaborators: readonly string[];
    /** Milliseconds since the epoch. */
    readonly expiresAt: number;
  };
  /** Milliseconds before the end at which it was told. */
  readonly before?: number;
  /** Why it stopped. */
  readonly reason?: { readonly code: string; readonly message: string };
  readonly addresses?: readonly {
    readonly service: string;
    readonly url: string;
  }[];
}
