import {
  Workload,
  logTimeMs,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  ClusterConnection,
  ClusterDefinition,
  ClusterResponse,
} from '@domaindeck/backstage-plugin-workloads-node';
import { clusterDefinition } from '@domaindeck/backstage-plugin-workloads-node/testUtils';
import { LineBody } from './LineBody';

interface Run {
  readonly lines: string[];
  /** Lines before this are in a file that was given up. */
  from: number;
  ended: boolean;
}

/** A container of a {@link SimulatedNode}. */
export interface SimulatedContainer {
  readonly name: string;
  /** The run before and the current one. */
  runs: Run[];
  restarts: number;
  /** What the cache knows; it learns of a restart later than the node. */
  knownRestarts: number;
  /** Every line that was ever written, and whether the node still has it. */
  readonly written: Map<string, { rotated: boolean; readonly run: number }>;
}

/** Nodes that serve the logs of containers as kubelets do, whatever happens to them, in memory. */
export class SimulatedNode implements ClusterConnection {
  readonly cluster: ClusterDefinition = clusterDefinition({ name: 'sim' });
  readonly containers: readonly SimulatedContainer[];
  readonly #open = new Map<
    LineBody,
    { readonly container: SimulatedContainer; readonly run: Run }
  >();
  /** Whether connections are refused. */
  down = false;

  static create(count: number): SimulatedNode {
    return new SimulatedNode(count);
  }

  private constructor(count: number) {
    this.containers = Array.from({ length: count }, (_, index) => ({
      name: `app-${index}`,
      runs: [{ lines: [], from: 0, ended: false }],
      restarts: 0,
      knownRestarts: 0,
      written: new Map(),
    }));
  }

  get openStreams(): number {
    return this.#open.size;
  }

  write(container: SimulatedContainer, at: string, text: string): void {
    const run = container.runs[container.runs.length - 1];
    const line = `${at} ${text}`;
    run.lines.push(line);
    container.written.set(line, { rotated: false, run: container.restarts });
    for (const [body, following] of this.#open) {
      if (following.run === run) {
        body.push(`${line}\n`);
      }
    }
  }

  /** The node gives up all but the newest lines of the current run. */
  rotate(container: SimulatedContainer, keep: number): void {
    const run = container.runs[container.runs.length - 1];
    this.#giveUp(container, run, Math.max(run.from, run.lines.length - keep));
  }

  restart(container: SimulatedContainer): void {
    const run = container.runs[container.runs.length - 1];
    run.ended = true;
    for (const [body, following] of this.#open) {
      if (following.run === run) {
        this.#open.delete(body);
        body.end();
      }
    }
    container.runs.push({ lines: [], from: 0, ended: false });
    container.restarts += 1;
    const [old] = container.runs.length > 2 ? container.runs : [];
    if (old) {
      this.#giveUp(container, old, old.lines.length);
      container.runs.shift();
    }
  }

  /** Cuts connections of a container, in the middle of a line. */
  cut(container: SimulatedContainer): void {
    for (const [body, following] of this.#open) {
      if (following.container === container) {
        this.#open.delete(body);
        body.push('2026-11-01T00:00:00.000000000Z half a li');
        body.fail();
      }
    }
  }

  async get(
    path: string,
    options?: { signal?: AbortSignal },
  ): Promise<ClusterResponse> {
    if (this.down) {
      throw new Error('the node does not answer');
    }
    const url = new URL(path, 'http://node');
    const query = url.searchParams;
    const container = this.containers.find(
      ({ name }) => name === query.get('container'),
    );
    const { runs = [] } = container ?? {};
    const run = query.get('previous') ? runs.at(-2) : runs.at(-1);
    if (!container || !run) {
      return response(400, LineBody.of('{"message":"previous not found"}'));
    }
    const since = query.get('sinceTime');
    const lines = run.lines
      .slice(run.from)
      .filter(
        line =>
          since === null || logTimeMs(line.slice(0, 30)) >= Date.parse(since),
      )
      .slice(-Number(query.get('tailLines') ?? Infinity));
    const body = LineBody.of(lines.map(line => `${line}\n`).join(''));
    if (query.get('follow') && !run.ended) {
      this.#open.set(body, { container, run });
      const leave = () => {
        this.#open.delete(body);
        body.fail();
      };
      body.onDestroy(leave);
      options?.signal?.addEventListener('abort', leave, { once: true });
    } else {
      body.end();
    }
    return response(200, body);
  }

  async post(): Promise<ClusterResponse> {
    throw new Error('nobody posts to a log');
  }

  async close(): Promise<void> {
    [...this.#open.keys()].forEach(body => body.fail());
  }

  /** The containers as the cache knows them, each in a pod of its own. */
  workloads(): Workload[] {
    return this.containers.map(({ name, knownRestarts }) => ({
      id: `sim/demo/Deployment/${name}`,
      cluster: 'sim',
      namespace: 'demo',
      kind: 'Deployment',
      name,
      uid: `uid-${name}`,
      images: [],
      version: '1',
      replicas: { desired: 1, ready: 1, updated: 1, available: 1 },
      health: 'healthy',
      problems: [],
      restarts: knownRestarts,
      createdAt: '2026-11-01T00:00:00Z',
      pods: [
        {
          name: `${name}-pod`,
          uid: `pod-${name}`,
          phase: 'Running',
          ready: true,
          restarts: knownRestarts,
          containers: [
            {
              name,
              role: 'main',
              state: 'running',
              ready: true,
              restarts: knownRestarts,
              ...(knownRestarts > 0 && {
                lastEnd: { exitCode: 1, reason: 'Error' },
              }),
            },
          ],
        },
      ],
    }));
  }

  #giveUp(container: SimulatedContainer, run: Run, upTo: number): void {
    for (const line of run.lines.slice(run.from, upTo)) {
      const written = container.written.get(line);
      if (written) {
        written.rotated = true;
      }
    }
    run.from = upTo;
  }
}

function response(status: number, body: LineBody): ClusterResponse {
  return { status, headers: {}, body };
}
