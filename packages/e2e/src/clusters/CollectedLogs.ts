import { RealLoki, startLoki } from '@domaindeck/control-plane';
import { ClusterAccess } from './TestClusters';

const TENANT = 'platform';
const HOUR_MS = 3_600_000;
/** Lines of one push. */
const PUSHED = 5_000;

interface Run {
  readonly id: number;
  readonly pod: string;
  readonly container: string;
}

/** A real Loki with what the pods of a namespace wrote in the last hour, as a collector would have brought it there. */
export class CollectedLogs {
  readonly #loki: RealLoki;
  /** The `logs` part of the cluster's config. */
  readonly config: object;

  /** @param cluster - an embedded one, which knows what its pods wrote */
  static async start(
    cluster: ClusterAccess,
    namespace: string,
  ): Promise<CollectedLogs> {
    const loki = await startLoki();
    try {
      await collect(cluster, namespace, loki);
      return new CollectedLogs(loki, cluster.name);
    } catch (error) {
      await loki.stop();
      throw error;
    }
  }

  private constructor(loki: RealLoki, cluster: string) {
    this.#loki = loki;
    this.config = {
      type: 'loki',
      url: loki.url,
      tenant: TENANT,
      labels: { cluster },
      keptFor: 'P7D',
    };
  }

  stop(): Promise<void> {
    return this.#loki.stop();
  }
}

async function collect(
  cluster: ClusterAccess,
  namespace: string,
  loki: RealLoki,
): Promise<void> {
  const ask = async (path: string) => {
    const answer = await fetch(`${cluster.url}/demo/logs/${path}`, {
      headers: { authorization: `Bearer ${cluster.token}` },
    });
    if (!answer.ok) {
      throw new Error(`${path} answers ${answer.status}`);
    }
    return answer;
  };
  const runs = (await (await ask(`runs?namespace=${namespace}`)).json()) as {
    now: number;
    items: Run[];
  };
  const from = runs.now - HOUR_MS;
  for (const { id, pod, container } of runs.items) {
    const lines = await ask(`lines?run=${id}&from=${from}&to=${runs.now}`);
    const values = (await lines.text())
      .split('\n')
      .filter(Boolean)
      .map(line => {
        const [, at, text] = JSON.parse(line) as [number, string, string];
        return [nanosOf(at), text] as const;
      });
    const stream = { cluster: cluster.name, namespace, pod, container };
    for (let index = 0; index < values.length; index += PUSHED) {
      const part = values.slice(index, index + PUSHED);
      await loki.push(TENANT, [{ stream, values: part }]);
    }
  }
}

/** @param at - UTC with nine digits */
function nanosOf(at: string): string {
  return `${Date.parse(`${at.slice(0, 19)}Z`) / 1000}${at.slice(20, 29)}`;
}
