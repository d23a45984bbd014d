import { logTimeOf } from '@domaindeck/backstage-plugin-workloads-common';
import { RealLoki } from '@domaindeck/control-plane';

const CLUSTERS = ['sh', 'bj'];
const NAMESPACES = ['pay', 'ride', 'fleet', 'maps', 'secret'];
const APPS = ['api', 'worker', 'web', 'cron'];
const PODS = ['aaaaa', 'bbbbb', 'ccccc', 'ddddd', 'eeeee'];
const BATCH = 10_000;
/** Lines of one nanosecond. */
const TOGETHER = 5n;
/** Nanoseconds that no line has to a whole millisecond. */
const OFF = 137n;
const HOUR = 3_600_000;

/** One line of the world. */
export interface WorldLine {
  readonly cluster: string;
  readonly namespace: string;
  readonly app: string;
  readonly pod: string;
  readonly nanos: bigint;
  readonly text: string;
}

/** Lines of an hour, in two clusters of 5 namespaces, 200 streams in all; many are of the same nanosecond. */
export class LogWorld {
  /** In the order of time. */
  readonly lines: readonly WorldLine[];
  /** UTC with nine digits. */
  readonly from: string;
  readonly to: string;

  /** @param end - milliseconds since 1970 */
  static create(count: number, end: number): LogWorld {
    return new LogWorld(count, end - HOUR, end);
  }

  private constructor(count: number, start: number, end: number) {
    this.from = logTimeOf(start);
    this.to = logTimeOf(end);
    const step = (BigInt(HOUR) * 1_000_000n * TOGETHER) / BigInt(count);
    this.lines = Array.from({ length: count }, (_, index) => {
      const cluster = CLUSTERS[index % 2];
      const namespace = NAMESPACES[Math.floor(index / 2) % 5];
      const app = APPS[Math.floor(index / 10) % 4];
      const pod = `${app}-7f9c-${PODS[Math.floor(index / 40) % 5]}`;
      return {
        cluster,
        namespace,
        app,
        pod,
        nanos:
          BigInt(start) * 1_000_000n + OFF + (BigInt(index) / TOGETHER) * step,
        text: textOf(index),
      };
    });
  }

  /** The lines of one namespace and app of the cluster `sh`. */
  of(namespace: string, app?: string): WorldLine[] {
    return this.lines.filter(
      line =>
        line.cluster === 'sh' &&
        line.namespace === namespace &&
        (app === undefined || line.app === app),
    );
  }

  async push(loki: RealLoki, tenant: string): Promise<void> {
    for (let from = 0; from < this.lines.length; from += BATCH) {
      const streams = new Map<string, WorldLine[]>();
      for (const line of this.lines.slice(from, from + BATCH)) {
        const key = `${line.cluster} ${line.namespace} ${line.pod}`;
        streams.set(key, [...(streams.get(key) ?? []), line]);
      }
      await loki.push(
        tenant,
        [...streams.values()].map(lines => ({
          stream: {
            cluster: lines[0].cluster,
            namespace: lines[0].namespace,
            pod: lines[0].pod,
            container: lines[0].app,
          },
          values: lines.map(
            ({ nanos, text }) => [String(nanos), text] as const,
          ),
        })),
      );
    }
  }
}

/** Each once; 40 in 500 say that they are errors, 160 warn. */
function textOf(index: number): string {
  const rest = `order=${index} path="/v1/orders" took=${
    index % 97
  }ms "quoted" {braces}`;
  if (index % 500 < 40) {
    return `level=error msg="no rates" ${rest}`;
  }
  return index % 500 < 200
    ? `level=warn msg="slow" ${rest}`
    : `level=info msg="served" ${rest}`;
}
