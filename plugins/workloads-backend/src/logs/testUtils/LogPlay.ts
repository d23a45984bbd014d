import { setImmediate as turn } from 'node:timers/promises';
import {
  LogRecord,
  LogResume,
  logTimeOf,
} from '@domaindeck/backstage-plugin-workloads-common';
import { FakeClock } from '@domaindeck/backstage-plugin-workloads-node/testUtils';
import { LogStream } from '../stream/LogStream';
import { FairSlots } from '../stream/FairSlots';
import { SimulatedContainer, SimulatedNode } from './SimulatedNode';

/** What came of a schedule. */
export interface PlayResult {
  readonly sent: number;
  readonly shown: number;
  /** Lines that were not shown though the node has them. */
  readonly lost: readonly string[];
  /** Lines that the node gave up before they could be read. */
  readonly gone: number;
  readonly doubled: readonly string[];
  /** Containers that miss a line after a shown one of the same run, without a gap that says so. */
  readonly unsaid: readonly string[];
  readonly openStreams: number;
  readonly timers: number;
}

/** One seeded schedule: containers write, connections break, files are rotated, containers and readers restart. */
export class LogPlay {
  readonly #node: SimulatedNode;
  readonly #clock = FakeClock.create();
  readonly #random: () => number;
  readonly #resume = LogResume.create();
  readonly #shown = new Map<string, number>();
  readonly #gaps = new Set<string>();
  readonly #listeners = new Set<() => void>();
  readonly #restartedAt = new Map<SimulatedContainer, number>();
  readonly #slots = FairSlots.create(400).of('user:default/ann');
  #reader?: { readonly stop: AbortController; readonly done: Promise<void> };
  #written = 0;

  static create(options: {
    containers: number;
    random: () => number;
  }): LogPlay {
    return new LogPlay(options);
  }

  private constructor(options: { containers: number; random: () => number }) {
    this.#node = SimulatedNode.create(options.containers);
    this.#random = options.random;
  }

  async run(steps: number): Promise<PlayResult> {
    this.#open();
    await this.#pass(0);
    for (let step = 0; step < steps; step += 1) {
      this.#node.containers.forEach(container => this.#disturb(container));
      if (this.#random() < 0.02) {
        this.#node.down = !this.#node.down;
      }
      if (this.#random() < 0.03) {
        await this.#close();
        this.#open();
      }
      await this.#pass(100 + this.#random() * 900);
    }
    this.#node.down = false;
    // Longer than any pause between two attempts.
    for (let round = 0; round < 20; round += 1) {
      this.#learn();
      if (round === 15) {
        // That lines are missing is known when the next one comes.
        this.#node.containers.forEach(container => this.#write(container));
      }
      await this.#pass(2_000, 1_000);
    }
    await this.#close();
    return this.#result();
  }

  #disturb(container: SimulatedContainer): void {
    const chance = this.#random();
    const lines = Math.floor(this.#random() * 6);
    for (let index = 0; index < lines; index += 1) {
      this.#write(container);
    }
    if (chance < 0.06) {
      this.#node.cut(container);
    } else if (chance < 0.09) {
      this.#node.rotate(container, Math.floor(this.#random() * 8));
    } else if (chance < 0.11) {
      this.#node.restart(container);
      this.#restartedAt.set(container, this.#clock.now().getTime());
      this.#write(container);
    }
    // A cache is a second or two behind.
    const restartedAt = this.#restartedAt.get(container) ?? Infinity;
    if (this.#clock.now().getTime() - restartedAt > this.#random() * 3_000) {
      this.#restartedAt.delete(container);
      this.#learn(container);
    }
  }

  /** Two streams of a container are mixed, so a line may be 2 ms older than the one before. Texts repeat. */
  #write(container: SimulatedContainer): void {
    this.#written += 1;
    const at = logTimeOf(
      this.#clock.now().getTime() - Math.floor(this.#random() * 3),
    );
    const nanos = String(this.#written % 1_000_000).padStart(6, '0');
    this.#node.write(
      container,
      `${at.slice(0, 23)}${nanos}Z`,
      `${container.name} says ${Math.floor(this.#random() * 3)}`,
    );
  }

  #learn(only?: SimulatedContainer): void {
    for (const container of only ? [only] : this.#node.containers) {
      container.knownRestarts = container.restarts;
    }
    this.#listeners.forEach(listener => listener());
  }

  #open(): void {
    const stop = new AbortController();
    const batches = LogStream.batches({
      scene: {
        workloads: () => this.#node.workloads(),
        clusters: () => [],
        skewOf: () => undefined,
        connectionOf: () => this.#node,
        listen: listener => {
          this.#listeners.add(listener);
          return () => this.#listeners.delete(listener);
        },
      },
      entityRef: 'domain:default/sim',
      request: this.#resume.next({ tail: 10_000 }),
      clock: this.#clock,
      random: this.#random,
      slots: this.#slots,
      signal: stop.signal,
      shutdown: new AbortController().signal,
    });
    this.#reader = { stop, done: this.#read(batches) };
  }

  async #read(batches: AsyncIterable<readonly LogRecord[]>): Promise<void> {
    const names = new Map<number, string>();
    for await (const batch of batches) {
      for (const record of batch) {
        const accepted = this.#resume.accept(record);
        if (record.type === 'source') {
          names.set(record.source, record.origin.container);
        } else if (record.type === 'gap') {
          this.#gaps.add(names.get(record.source) ?? '');
        } else if (record.type === 'line' && accepted) {
          const line = `${record.at} ${record.text}`;
          this.#shown.set(line, (this.#shown.get(line) ?? 0) + 1);
        }
      }
    }
  }

  async #close(): Promise<void> {
    this.#reader?.stop.abort();
    await this.#reader?.done;
  }

  async #pass(milliseconds: number, step = 250): Promise<void> {
    const end = this.#clock.now().getTime() + milliseconds;
    do {
      await turn();
      await turn();
      const left = end - this.#clock.now().getTime();
      this.#clock.advance(Math.min(left, step));
    } while (this.#clock.now().getTime() < end);
    await turn();
    await turn();
  }

  #result(): PlayResult {
    const lost: string[] = [];
    const unsaid: string[] = [];
    let gone = 0;
    let sent = 0;
    for (const { name, written } of this.#node.containers) {
      // Of a run whose beginning was given up before anybody looked nobody can know that it had one.
      const begun = new Set<number>();
      let missing = 0;
      for (const [line, { rotated, run }] of written) {
        sent += 1;
        if (this.#shown.has(line)) {
          begun.add(run);
        } else {
          missing += begun.has(run) ? 1 : 0;
          if (rotated) {
            gone += 1;
          } else {
            lost.push(line);
          }
        }
      }
      if (missing > 0 && !this.#gaps.has(name)) {
        unsaid.push(name);
      }
    }
    return {
      sent,
      shown: this.#shown.size,
      lost,
      gone,
      doubled: [...this.#shown].flatMap(([line, count]) =>
        count > 1 ? [line] : [],
      ),
      unsaid,
      openStreams: this.#node.openStreams,
      timers: this.#clock.pending,
    };
  }
}
