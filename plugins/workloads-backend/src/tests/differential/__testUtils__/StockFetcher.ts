import { ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  FetchResponseWrapper,
  KubernetesObjectTypes,
} from '@backstage/plugin-kubernetes-node';
import { watchedResources } from '../../../cache/watchedResources';
import { projectors, RowTypes, WatchedResource } from '../../../projection';
import { NamespaceRows } from '../../../projection/types';
import { FetchQuestion } from './stockFetcherProcess';

/** A cluster as both sides of the comparison reach it. */
export interface ComparedCluster {
  readonly name: string;
  readonly url: string;
  /** PEM; absent where the server speaks plain HTTP. */
  readonly ca?: string;
  readonly token: string;
}

interface Answer {
  readonly id: number;
  readonly result?: FetchResponseWrapper;
  readonly error?: string;
}

/** The kinds that the stock plugin fetches under a name of their own; it fetches events as custom resources. */
const STOCK_TYPES = [
  'pods',
  'deployments',
  'replicasets',
  'statefulsets',
  'daemonsets',
  'jobs',
  'cronjobs',
  'horizontalpodautoscalers',
] as const satisfies readonly (WatchedResource & KubernetesObjectTypes)[];

/** The fetcher that the stock Kubernetes plugin uses, in a process of its own. */
export class StockFetcher {
  readonly #process: ChildProcess;
  #questions = 0;

  static async start(): Promise<StockFetcher> {
    const child = fork(
      resolvePackagePath(
        '@domaindeck/backstage-plugin-workloads-backend',
        'src/tests/differential/__testUtils__/stockFetcherProcess.ts',
      ),
      {
        execArgv: ['--require', '@backstage/cli/config/nodeTransform.cjs'],
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      },
    );
    const fetcher = new StockFetcher(child);
    await fetcher.#answerTo(0);
    return fetcher;
  }

  private constructor(child: ChildProcess) {
    this.#process = child;
  }

  async stop(): Promise<void> {
    const ended = once(this.#process, 'exit');
    this.#process.disconnect();
    await ended;
  }

  /** What the stock plugin gets of a namespace, as rows. @throws Error when it gets an error */
  async rows(
    cluster: ComparedCluster,
    namespace: string,
  ): Promise<NamespaceRows> {
    const { responses, errors } = await this.#fetch(cluster, namespace);
    if (errors.length) {
      throw new Error(
        `The stock plugin failed at ${cluster.name}: ${JSON.stringify(errors)}`,
      );
    }
    const objects = new Map(
      responses.map(({ type, resources }) => [
        type === 'customresources' ? 'events' : type,
        resources as readonly unknown[],
      ]),
    );
    const rowsOf = <K extends WatchedResource>(resource: K): RowTypes[K][] =>
      (objects.get(resource) ?? []).map(projectors[resource]);
    return {
      cluster: cluster.name,
      clusterState: 'live',
      namespace,
      pods: rowsOf('pods'),
      deployments: rowsOf('deployments'),
      replicasets: rowsOf('replicasets'),
      statefulsets: rowsOf('statefulsets'),
      daemonsets: rowsOf('daemonsets'),
      jobs: rowsOf('jobs'),
      cronjobs: rowsOf('cronjobs'),
      horizontalpodautoscalers: rowsOf('horizontalpodautoscalers'),
      events: rowsOf('events'),
    };
  }

  #fetch(
    { name, url, ca, token }: ComparedCluster,
    namespace: string,
  ): Promise<FetchResponseWrapper> {
    this.#questions += 1;
    const question: FetchQuestion = {
      id: this.#questions,
      serviceId: 'differential',
      clusterDetails: {
        name,
        url,
        authMetadata: {},
        ...(ca && { caData: Buffer.from(ca).toString('base64') }),
      },
      credential: { type: 'bearer token', token },
      objectTypesToFetch: STOCK_TYPES.map(resource => ({
        objectType: resource,
        ...placeOf(resource),
      })),
      customResources: [
        { objectType: 'customresources', ...placeOf('events') },
      ],
      namespace,
    };
    const answer = this.#answerTo(question.id);
    this.#process.send(question);
    return answer;
  }

  async #answerTo(id: number): Promise<FetchResponseWrapper> {
    return new Promise((resolve, reject) => {
      const onExit = () => reject(new Error('The stock backend has ended'));
      const onMessage = (answer: Answer) => {
        if (answer.id !== id) {
          return;
        }
        this.#process.off('message', onMessage);
        this.#process.off('exit', onExit);
        if (answer.result) {
          resolve(answer.result);
        } else {
          reject(new Error(answer.error ?? 'The stock backend has no fetcher'));
        }
      };
      this.#process.on('message', onMessage);
      this.#process.on('exit', onExit);
    });
  }
}

function placeOf(resource: WatchedResource) {
  const { group, version } = watchedResources[resource];
  return { group, apiVersion: version, plural: resource };
}
