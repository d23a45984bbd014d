import { FakeClock } from '@domaindeck/backstage-plugin-workloads-node/testUtils';
import { WatchedResource } from '../../projection/rows';
import { Chance } from './Chance';
import { compareWithServer } from './compareWithServer';
import { FaultInjector } from './FaultInjector';
import { FaultKind } from './faultKinds';
import { MODEL_DOMAIN, ModelPortal } from './ModelPortal';
import { ModelServer } from './ModelServer';
import { ModelViewer } from './ModelViewer';
import { PurgeWatch } from './PurgeWatch';
import { RelistWatch } from './RelistWatch';
import { ResurrectionWatch } from './ResurrectionWatch';
import { WorldLife } from './WorldLife';

/** Bindings hang on the first; the last comes and goes. */
const RESOURCES: readonly WatchedResource[] = [
  'namespaces',
  'pods',
  'deployments',
  'horizontalpodautoscalers',
];

/** Two audits of each kind, and the longest waits of everything else: what has not healed by then does not heal. */
const PATIENCE_MS = 1_500_000;

/** How often one looks whether all has healed. */
const LOOK_EVERY_MS = 5_000;

/** Longer than any silence that is suffered: what seems well and is not shows within it. */
const AFTERWARDS_MS = 150_000;

/** What makes a watch late for longer than an audit waits, or keeps it from telling at all. */
const LATE_OR_LOST: readonly FaultKind[] = [
  'black hole of a watch',
  'black hole of a cluster',
  'delayed events',
  'slow trickle',
  'duplicate events',
  'request without an answer',
  'lost event',
  'restart with a lower version',
];

/** How one schedule went. */
export interface ScheduleResult {
  readonly seed: number;
  readonly injected: ReadonlyMap<FaultKind, number>;
  /** What was wrong, in words; none when all was well. */
  readonly divergences: readonly string[];
}

/**
 * One life of a model world with faults: everything in it follows from the seed, and time passes by the steps of a clock
 * that only this moves.
 */
export class FaultSchedule {
  readonly #seed: number;
  readonly #chance: Chance;
  readonly #clock = FakeClock.create();
  readonly #servers: ReadonlyMap<string, ModelServer>;
  readonly #portal: ModelPortal;
  readonly #viewers: readonly ModelViewer[];
  readonly #life: WorldLife;
  readonly #faults: FaultInjector;
  readonly #resurrections: ResurrectionWatch;
  readonly #relists: RelistWatch;
  readonly #purges: PurgeWatch;

  /**
   * @param seed - a whole number from 0 to below 2^32
   * @param kinds - of faults; some that chance chooses, unless told
   */
  static run(
    seed: number,
    kinds?: readonly FaultKind[],
  ): Promise<ScheduleResult> {
    return new FaultSchedule(seed, kinds).#run();
  }

  private constructor(seed: number, kinds?: readonly FaultKind[]) {
    const chance = Chance.create(seed);
    const clock = this.#clock;
    this.#seed = seed;
    this.#chance = chance;
    const names = chance.happens(0.5) ? ['dev-1'] : ['dev-1', 'test-1'];
    this.#servers = new Map(
      names.map(name => [name, ModelServer.create(clock, chance, RESOURCES)]),
    );
    const servers = [...this.#servers.values()];
    this.#portal = ModelPortal.create({
      servers: this.#servers,
      resources: RESOURCES,
      clock,
      chance,
    });
    const { cache, service } = this.#portal;
    this.#resurrections = ResurrectionWatch.create(cache, clock, this.#servers);
    this.#purges = PurgeWatch.create(cache);
    this.#relists = RelistWatch.create(cache, this.#servers);
    this.#viewers = ['first viewer', 'second viewer'].map(name =>
      ModelViewer.create({
        name,
        service,
        entityRef: MODEL_DOMAIN,
        clock,
        chance,
      }),
    );
    this.#life = WorldLife.create(clock, chance, servers);
    this.#faults = FaultInjector.create(clock, chance, servers, kinds);
  }

  async #run(): Promise<ScheduleResult> {
    this.#life.begin();
    this.#life.start();
    this.#faults.start();
    this.#portal.start();
    this.#viewers.forEach(viewer => viewer.start());
    await this.#pass(this.#chance.between(30_000, 180_000));
    this.#life.stop();
    this.#faults.stop();
    this.#viewers.forEach(viewer => viewer.calm());
    const divergences = [...(await this.#heal('after the faults'))];
    if (divergences.length === 0) {
      this.#life.lastWords();
      divergences.push(...(await this.#heal('after the last words')));
    }
    if (divergences.length === 0) {
      await this.#pass(AFTERWARDS_MS);
      divergences.push(...(await this.#heal('after a long silence', 10_000)));
    }
    divergences.push(...this.#audited());
    divergences.push(...this.#relists.findings(this.#faults.injected));
    divergences.push(...this.#purges.found, ...this.#resurrections.found);
    divergences.push(...this.#viewers.flatMap(({ problems }) => problems));
    divergences.push(...(await this.#end()));
    return {
      seed: this.#seed,
      injected: this.#faults.injected,
      divergences,
    };
  }

  /** Waits until everything agrees; gives what does not when patience ends. */
  async #heal(
    when: string,
    patience = PATIENCE_MS,
  ): Promise<readonly string[]> {
    let found = await this.#differences();
    for (
      let passed = 0;
      found.length > 0 && passed < patience;
      passed += LOOK_EVERY_MS
    ) {
      await this.#pass(LOOK_EVERY_MS);
      found = await this.#differences();
    }
    return found.map(difference => `${when}: ${difference}`);
  }

  async #differences(): Promise<readonly string[]> {
    const { cache } = this.#portal;
    const found = [...this.#servers].flatMap(([cluster, server]) => {
      const status = cache.facts(cluster)?.status;
      return [
        ...compareWithServer(cache, cluster, server),
        ...(status?.state === 'live'
          ? []
          : [`${cluster} is ${status?.state}: ${status?.reason}`]),
      ];
    });
    if (found.length > 0) {
      return found;
    }
    const shown = await Promise.all(
      this.#viewers.map(viewer => viewer.differences()),
    );
    return shown.flat();
  }

  /** What an audit found although every event arrived in time. */
  #audited(): readonly string[] {
    if (LATE_OR_LOST.some(kind => this.#faults.injected.has(kind))) {
      return [];
    }
    return [...this.#servers.keys()].flatMap(cluster => {
      const count = this.#portal.cache.facts(cluster)?.divergences ?? 0;
      return count > 0
        ? [`${cluster}: an audit found what its watches should have told`]
        : [];
    });
  }

  /** Nothing may be left behind. */
  async #end(): Promise<readonly string[]> {
    const stopped = Promise.all([
      ...this.#viewers.map(viewer => viewer.stop()),
      this.#portal.stop(),
    ]);
    await this.#pass(60_000);
    await stopped;
    const servers = [...this.#servers.values()];
    servers.forEach(server => server.stop());
    const open = servers.flatMap(server => server.wires()).length;
    return [
      ...(open > 0 ? [`${open} watches were left open`] : []),
      ...(this.#clock.pending > 0
        ? [`${this.#clock.pending} timers were left behind`]
        : []),
    ];
  }

  /** Lets time pass, from one thing that is due to the next. */
  async #pass(milliseconds: number): Promise<void> {
    const end = this.#clock.now().getTime() + milliseconds;
    for (;;) {
      await settle();
      const left = end - this.#clock.now().getTime();
      if (left <= 0) {
        return;
      }
      this.#clock.advance(Math.min(this.#clock.nextIn ?? left, left));
    }
  }
}

/** Nothing here waits for a network, so one turn of the event loop brings everything to rest. */
function settle(): Promise<void> {
  return new Promise(resolve => {
    setImmediate(resolve);
  });
}
