import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import kubernetesBackend from '@backstage/plugin-kubernetes-backend';
import {
  KubernetesFetcher,
  kubernetesFetcherExtensionPoint,
  ObjectFetchParams,
} from '@backstage/plugin-kubernetes-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';

/** A question of the process that started this one; sets travel as lists. */
export interface FetchQuestion
  extends Omit<ObjectFetchParams, 'objectTypesToFetch'> {
  readonly id: number;
  readonly objectTypesToFetch: readonly (ObjectFetchParams['objectTypesToFetch'] extends Set<
    infer T
  >
    ? T
    : never)[];
}

/**
 * Runs a stock backend and answers with what its fetcher gets. In a process of its own, because the stock plugin loads
 * modules in a way that Jest's sandbox refuses.
 */
async function answerQuestions(): Promise<void> {
  let fetcher: KubernetesFetcher | undefined;
  const taker = createBackendModule({
    pluginId: 'kubernetes',
    moduleId: 'fetcher-taker',
    register(env) {
      env.registerInit({
        deps: { fetchers: kubernetesFetcherExtensionPoint },
        async init({ fetchers }) {
          fetchers.addFetcher(async ({ getDefault }) => {
            fetcher = await getDefault();
            return fetcher;
          });
        },
      });
    },
  });
  await startTestBackend({
    features: [
      kubernetesBackend,
      taker,
      catalogServiceMock.factory({ entities: [] }),
      mockServices.rootConfig.factory({
        data: {
          kubernetes: {
            serviceLocatorMethod: { type: 'multiTenant' },
            clusterLocatorMethods: [{ type: 'config', clusters: [] }],
          },
        },
      }),
    ],
  });
  process.on('message', async ({ id, ...params }: FetchQuestion) => {
    try {
      const result = await fetcher?.fetchObjectsForService({
        ...params,
        objectTypesToFetch: new Set(params.objectTypesToFetch),
      });
      process.send?.({ id, result });
    } catch (error) {
      process.send?.({ id, error: String(error) });
    }
  });
  process.on('disconnect', () => process.exit());
  process.send?.({ id: 0, result: fetcher && {} });
}

answerQuestions().catch(error => {
  process.send?.({ id: 0, error: String(error) });
});
