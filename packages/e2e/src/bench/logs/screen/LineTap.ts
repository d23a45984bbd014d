import { ServerResponse } from 'node:http';
import {
  LogRecord,
  LogSources,
} from '@domaindeck/backstage-plugin-workloads-common';

const CLUSTER = 'prod-sh';
const NAMESPACE = 'payments-prod';
const SERVICE = 'pricing';
const ENVIRONMENT = `${CLUSTER}/${NAMESPACE}`;
/** Milliseconds between two batches, as the backend keeps them. */
const EVERY_MS = 50;
const HEARTBEAT_MS = 1_000;

/**
 * Pods that write at a steady pace, as the backend's log stream tells of them: batches in order of time, signs of life
 * with a true cursor. It is served from the benchmark's process, so that the browser has a core for itself.
 */
export class LineTap {
  readonly #pods: readonly { readonly name: string; readonly uid: string }[];
  readonly #linesPerSecond: number;
  #open = false;
  #written = 0;

  /** @param options.linesPerSecond - of each pod */
  static create(options: { pods: number; linesPerSecond: number }): LineTap {
    return new LineTap(options);
  }

  private constructor(options: { pods: number; linesPerSecond: number }) {
    this.#pods = Array.from({ length: options.pods }, (_, index) => ({
      name: `${SERVICE}-7c9f6b5d84-${(index + 46_656).toString(36)}xz`,
      uid: `5e1f0c9a-0000-4000-8000-${String(index).padStart(12, '0')}`,
    }));
    this.#linesPerSecond = options.pods * options.linesPerSecond;
  }

  /** Whether lines run; until then a reader has the sources and a few lines, and waits. */
  set open(open: boolean) {
    this.#open = open;
  }

  /** What the tab asks first. */
  sources(): LogSources {
    const workload = `${ENVIRONMENT}/Deployment/${SERVICE}`;
    return {
      environments: [
        {
          ref: ENVIRONMENT,
          cluster: CLUSTER,
          namespace: NAMESPACE,
          tier: 'production',
          readable: true,
          searchable: false,
          downloadable: true,
        },
      ],
      workloads: [
        {
          id: workload,
          name: SERVICE,
          kind: 'Deployment',
          environment: ENVIRONMENT,
        },
      ],
      pods: this.#pods.map(({ name, uid }) => ({
        uid,
        name,
        cluster: CLUSTER,
        namespace: NAMESPACE,
        environment: ENVIRONMENT,
        workload,
        phase: 'Running',
        ready: true,
        containers: [
          {
            name: SERVICE,
            role: 'main',
            state: 'running',
            restarts: 0,
            previous: false,
          },
        ],
      })),
      history: [{ cluster: CLUSTER, state: 'none' }],
      clusters: [],
      limits: { followedPerView: 50, lineBytes: 65_536, rangeDays: 31 },
    };
  }

  /** Streams to a reader until it goes. */
  stream(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'application/x-ndjson' });
    const send = (records: readonly LogRecord[]) =>
      response.write(
        records.map(record => `${JSON.stringify(record)}\n`).join(''),
      );
    send([...this.#declare(), ...this.#lines(200), this.#heartbeat()]);
    let beatAt = Date.now();
    // A timer is late now and then; what is due is counted by the clock.
    let due = Date.now();
    const timer = setInterval(() => {
      const now = Date.now();
      const count = Math.round(((now - due) * this.#linesPerSecond) / 1000);
      due = now;
      const beats = now - beatAt >= HEARTBEAT_MS;
      beatAt = beats ? now : beatAt;
      const records = [
        ...(this.#open ? this.#lines(count) : []),
        ...(beats ? [this.#heartbeat()] : []),
      ];
      if (records.length > 0) {
        send(records);
      }
    }, EVERY_MS);
    response.on('close', () => clearInterval(timer));
  }

  #declare(): LogRecord[] {
    return this.#pods.map(({ name: pod, uid: podUid }, index) => ({
      type: 'source',
      source: index + 1,
      key: `${CLUSTER}/${NAMESPACE}/${pod}/${podUid}/${SERVICE}/0`,
      origin: {
        cluster: CLUSTER,
        namespace: NAMESPACE,
        pod,
        podUid,
        container: SERVICE,
        role: 'main',
        run: 0,
      },
    }));
  }

  /** Lines of 150 characters in logfmt, one of fifty a warning, one of 200 an error. */
  #lines(count: number): LogRecord[] {
    const at = new Date().toISOString().slice(0, -1);
    return Array.from({ length: count }, (_, index) => {
      this.#written += 1;
      const number = this.#written;
      const nanos = String(index).padStart(6, '0');
      const level = levelOf(number);
      return {
        type: 'line',
        source: (number % this.#pods.length) + 1,
        at: `${at}${nanos}Z`,
        text: `level=${level} msg="payment authorised" order=${number} amount="118.17 CNY" provider=card attempt=1 durationMs=${
          number % 977
        } route=/v2/payments`,
        level,
      };
    });
  }

  #heartbeat(): LogRecord {
    const at = new Date().toISOString();
    const places = this.#pods.map(({ name, uid }) => [
      `${ENVIRONMENT}/${name}/${uid}/${SERVICE}`,
      0,
      `${at.slice(0, -1)}000000Z`,
    ]);
    const body = Buffer.from(JSON.stringify([1, places])).toString('base64url');
    const counted = this.#written;
    return {
      type: 'heartbeat',
      at,
      cursor: `${body}.0`,
      scanned: counted,
      matched: counted,
      levels: { error: 0, warn: 0, info: counted, debug: 0 },
    };
  }
}

function levelOf(number: number): 'error' | 'warn' | 'info' {
  if (number % 200 === 0) {
    return 'error';
  }
  return number % 50 === 0 ? 'warn' : 'info';
}
