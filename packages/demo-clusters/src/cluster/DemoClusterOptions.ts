import { DemoToken } from '../apiserver/Token';
import { World } from '../worlds/World';

/**
 * How to start an embedded cluster.
 * @public
 */
export interface DemoClusterOptions {
  readonly world: World;
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** Absent: one token that may do everything. The first that may do everything becomes {@link DemoCluster.token}. */
  readonly tokens?: readonly DemoToken[];
  /** Milliseconds since 1970; the machine's clock unless told. */
  readonly clock?: () => number;
  /** The same seed and clock give the same world, to the letter. */
  readonly seed?: number;
  /** Whether the controllers run; without them objects stay as they were applied. True unless told. */
  readonly controllers?: boolean;
  /** Whether the controllers run by themselves; a test with a clock of its own says false and calls `tick`. */
  readonly live?: boolean;
  /** Watch events kept per kind. */
  readonly historyLimit?: number;
  /** Milliseconds between bookmarks; 60 000 unless told, as on a real server. */
  readonly bookmarkIntervalMs?: number;
  /** Milliseconds after which the server ends a watch; between 30 and 60 minutes unless told. */
  readonly watchTimeoutMs?: number;
  /** The pause of the fault `slow` in milliseconds; 3 000 unless told. */
  readonly slowMs?: number;
}
