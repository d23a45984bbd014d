import {
  Clock,
  ClusterConnection,
} from '@domaindeck/backstage-plugin-workloads-node';
import { afterProbe, MISSES_TO_UNREACHABLE, ProbeState } from './afterProbe';
import { discoverCluster, Discovery } from './discoverCluster';
import { probeCluster } from './probeCluster';

const PROBE_EVERY_MS = 10_000;

/** After a first miss the answer is wanted sooner. */
const CONFIRM_AFTER_MS = 2_000;

/** A cluster is upgraded, or an operator installed, rarely. */
const DISCOVER_EVERY_MS = 300_000;

/** What a {@link ClusterMonitor} tells of. */
export interface ClusterMonitorListener {
  /** The state, the version or the capabilities changed. */
  onChange(): void;
  /** A probe was answered. */
  onAnswer(): void;
  /** Enough probes were missed for the cluster to count as unreachable. */
  onLost(): void;
}

/** Asks one cluster every 10 s whether it is there, and now and then what it is. */
export class ClusterMonitor {
  readonly #connection: ClusterConnection;
  readonly #clock: Clock;
  readonly #listener: ClusterMonitorListener;
  readonly #stopping = new AbortController();
  #probe: ProbeState = { kind: 'unknown' };
  #discovery: Discovery = { capabilities: [] };
  #discoveredAt: number | undefined;
  #latencyMs: number | undefined;
  #clockSkewMs: number | undefined;
  #nextProbeAt: Date | undefined;
  #cancelNext = () => {};
  #probing: Promise<void> | undefined;

  static create(options: {
    connection: ClusterConnection;
    clock: Clock;
    listener: ClusterMonitorListener;
  }): ClusterMonitor {
    return new ClusterMonitor(
      options.connection,
      options.clock,
      options.listener,
    );
  }

  private constructor(
    connection: ClusterConnection,
    clock: Clock,
    listener: ClusterMonitorListener,
  ) {
    this.#connection = connection;
    this.#clock = clock;
    this.#listener = listener;
  }

  get probe(): ProbeState {
    return this.#probe;
  }

  get discovery(): Discovery {
    return this.#discovery;
  }

  /** How long the last answered probe took. */
  get latencyMs(): number | undefined {
    return this.#latencyMs;
  }

  /** Their clock minus ours, to the second. */
  get clockSkewMs(): number | undefined {
    return this.#clockSkewMs;
  }

  /** Undefined while a probe is under way. */
  get nextProbeAt(): Date | undefined {
    return this.#nextProbeAt;
  }

  start(): void {
    this.#probing ??= this.#run();
  }

  /** Leaves no socket and no timer. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#cancelNext();
    await this.#probing;
  }

  async #run(): Promise<void> {
    this.#nextProbeAt = undefined;
    const probe = await probeCluster(
      this.#connection,
      this.#clock,
      this.#stopping.signal,
    );
    if (this.#stopping.signal.aborted) {
      return;
    }
    const before = this.#probe;
    const state = afterProbe(before, probe.result);
    this.#probe = state;
    this.#latencyMs = probe.latencyMs ?? this.#latencyMs;
    this.#clockSkewMs = probe.clockSkewMs ?? this.#clockSkewMs;
    const first = state.kind === 'missing' && state.misses === 1;
    this.#schedule(first ? CONFIRM_AFTER_MS : PROBE_EVERY_MS);
    if (state.kind === 'answering') {
      this.#listener.onAnswer();
      await this.#discover(before);
    } else if (
      state.kind === 'missing' &&
      state.misses === MISSES_TO_UNREACHABLE
    ) {
      this.#listener.onLost();
    }
    this.#listener.onChange();
  }

  #schedule(milliseconds: number): void {
    this.#nextProbeAt = new Date(this.#clock.now().getTime() + milliseconds);
    this.#cancelNext = this.#clock.after(milliseconds, () => {
      // A discovery may still be under way; two at once would race.
      this.#probing = (this.#probing ?? Promise.resolve()).then(() =>
        this.#stopping.signal.aborted ? undefined : this.#run(),
      );
    });
  }

  async #discover(before: ProbeState): Promise<void> {
    const now = this.#clock.now().getTime();
    const due =
      this.#discoveredAt === undefined ||
      // What was away may come back as something else.
      before.kind !== 'answering' ||
      now - this.#discoveredAt >= DISCOVER_EVERY_MS;
    if (!due) {
      return;
    }
    try {
      this.#discovery = await discoverCluster(
        this.#connection,
        this.#stopping.signal,
      );
      this.#discoveredAt = now;
    } catch {
      // The next probe says what is wrong, and the next discovery tries again.
      this.#discoveredAt = undefined;
    }
  }
}
