import {
  LogPage,
  LogSearchRequest,
  logTimeOf,
  Workload,
} from '@domaindeck/backstage-plugin-workloads-common';
import { LogHistoryLine } from '@domaindeck/backstage-plugin-workloads-node';
import {
  FakeClock,
  FakeLogHistory,
} from '@domaindeck/backstage-plugin-workloads-node/testUtils';
import { podNames } from '../../entities/podPatterns';
import { readDownload } from '../download/readDownload';
import { JoinedRange } from '../range/JoinedRange';
import { PodsRange } from '../range/PodsRange';
import { countRange, RangeScene, searchRange } from '../range/RangeQueries';
import { SeamFinder } from '../range/SeamFinder';
import { StoredRange } from '../range/StoredRange';
import { FairSlots } from '../stream/FairSlots';
import { SimulatedContainer, SimulatedNode } from './SimulatedNode';

const ENTITY = 'domain:default/demo';
const STEP_MS = 5_000;

/**
 * Pods that write, rotate and restart over a while, and a store that has collected what they wrote but for the last
 * while of it.
 */
export class SeamPlay {
  readonly clock = FakeClock.create();
  readonly start = this.clock.now().toISOString();
  readonly store = FakeLogHistory.create();
  readonly node: SimulatedNode;
  /** Everything that somebody still has, as `time pod text`. */
  readonly known = new Set<string>();
  readonly #random: () => number;
  readonly #startedAt = new Map<string, string>();
  readonly #collected: { at: number; line: LogHistoryLine }[] = [];
  #written = 0;
  #writer = '';

  static create(options: {
    containers: number;
    random: () => number;
  }): SeamPlay {
    return new SeamPlay(options);
  }

  private constructor(options: { containers: number; random: () => number }) {
    this.node = SimulatedNode.create(options.containers);
    this.#random = options.random;
  }

  /**
   * Lets the pods write.
   * @param lag - milliseconds by which the store is behind in the end
   */
  run(steps: number, lag: number): void {
    for (let step = 0; step < steps; step += 1) {
      this.clock.advance(STEP_MS);
      for (const container of this.node.containers) {
        this.#disturb(container);
      }
      this.#gone();
    }
    const until = this.clock.now().getTime() - lag;
    for (const { at, line } of this.#collected) {
      if (at <= until) {
        this.store.lines.push(line);
        this.known.add(`${line.at} ${line.pod} ${line.text}`);
      }
    }
    for (const { name, written, restarts, runs } of this.node.containers) {
      const oldestRun = restarts - runs.length + 1;
      for (const [line, { rotated, run }] of written) {
        if (!rotated && run >= oldestRun) {
          this.known.add(line.replace(' ', ` ${name}-pod `));
        }
      }
    }
    this.clock.advance(1_000);
  }

  /** All pages of a question, in the order of time. */
  async search(
    request: Partial<LogSearchRequest> & { limit: number },
  ): Promise<{ lines: string[]; pages: LogPage[] }> {
    const pages: LogPage[] = [];
    let lines: string[] = [];
    let cursor: string | undefined;
    const to = new Date(this.clock.now().getTime() + 1).toISOString();
    do {
      const page = await searchRange(
        ENTITY,
        { from: this.start, to, ...request, cursor },
        this.#scene(),
      );
      const part = page.items.map(
        ({ source, at, text }) => `${at} ${page.sources[source].pod} ${text}`,
      );
      lines =
        request.direction === 'forward'
          ? [...lines, ...part]
          : [...part, ...lines];
      pages.push(page);
      cursor = page.nextCursor;
      // A person takes their time between two pages, and the pods go on.
      this.clock.advance(700);
    } while (cursor !== undefined);
    return { lines, pages };
  }

  async count(): Promise<number> {
    const to = new Date(this.clock.now().getTime() + 1).toISOString();
    const { buckets, matched } = await countRange(
      { from: this.start, to, buckets: 7 },
      this.#scene(),
    );
    const sum = buckets
      .flatMap(({ counts }) => Object.values(counts))
      .reduce((all, count) => all + count, 0);
    return sum === matched ? matched : NaN;
  }

  /** The lines of a download of everything, without what stands between them. */
  async download(): Promise<string[]> {
    const to = new Date(this.clock.now().getTime() + 1).toISOString();
    const { stores, stream } = this.#parts();
    let text = '';
    for await (const piece of readDownload({
      body: { from: this.start, to },
      stream,
      stores,
    })) {
      text += piece;
    }
    return text
      .split('\n')
      .filter(line => line !== '' && !line.startsWith('---'))
      .map(line => line.replace(/ sim\/demo\/([^/]+)\/\S+ /, ' $1 '));
  }

  #scene(): RangeScene {
    const { stores, stream } = this.#parts();
    const [{ cluster, stored, finder }] = stores;
    const pods = PodsRange.create(cluster, stream);
    const reader = JoinedRange.create({ stored, pods, finder });
    return {
      readers: [{ cluster, reader }],
      clusters: [],
      signal: stream.signal,
    };
  }

  #parts() {
    const { clock, node } = this;
    const { signal } = new AbortController();
    const scene = {
      workloads: () => this.#workloads(),
      clusters: () => [],
      skewOf: () => undefined,
      connectionOf: () => node,
      listen: () => () => {},
    };
    const stored = StoredRange.create(
      'sim',
      this.store,
      this.#workloads().map(workload => ({
        workload,
        names: podNames(workload, []),
      })),
    );
    const finder = SeamFinder.create({ cluster: 'sim', scene, stored, clock });
    return {
      stores: [{ cluster: 'sim', stored, finder }],
      stream: {
        scene,
        entityRef: ENTITY,
        clock,
        random: this.#random,
        slots: FairSlots.create(400).of('user:default/ann'),
        signal,
        shutdown: signal,
      },
    };
  }

  #workloads(): Workload[] {
    return this.node.workloads().map(workload => ({
      ...workload,
      pods: workload.pods.map(pod => ({
        ...pod,
        containers: pod.containers.map(container => ({
          ...container,
          startedAt: this.#startedAt.get(container.name) ?? this.start,
        })),
      })),
    }));
  }

  #disturb(container: SimulatedContainer): void {
    const chance = this.#random();
    const lines = 1 + Math.floor(this.#random() * 4);
    for (let index = 0; index < lines; index += 1) {
      this.#write(container);
    }
    if (chance < 0.04) {
      this.node.rotate(container, Math.floor(this.#random() * 5));
    } else if (chance < 0.07) {
      this.node.restart(container);
      container.knownRestarts = container.restarts;
      this.#startedAt.set(container.name, this.clock.now().toISOString());
      this.#write(container);
    }
  }

  #write(container: SimulatedContainer): void {
    const at = this.#time(container.name);
    const text = `${container.name} says ${container.written.size}`;
    this.node.write(container, at, text);
    this.#collect(`${container.name}-pod`, container.name, at, text);
  }

  /** A pod of the first workload that is gone: nobody but the store has its lines. */
  #gone(): void {
    const { name } = this.node.containers[0];
    this.#collect(
      `${name}-5c4d2b8f9-zzzzz`,
      name,
      this.#time('gone'),
      'of a pod that is gone',
    );
  }

  /** Some lines of several pods have the same time. */
  #time(pod: string): string {
    const isSame = this.#writer !== pod && this.#random() < 0.3;
    this.#written += isSame ? 0 : 1;
    this.#writer = pod;
    const nanos = String(this.#written % 1_000_000).padStart(6, '0');
    const at = logTimeOf(this.clock.now().getTime());
    return `${at.slice(0, 23)}${nanos}Z`;
  }

  #collect(pod: string, container: string, at: string, text: string): void {
    this.#collected.push({
      at: this.clock.now().getTime(),
      line: { at, text, namespace: 'demo', pod, container },
    });
  }
}
