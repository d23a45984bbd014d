import {
  CoreV1Api,
  Informer,
  KubeConfig,
  makeInformer,
  ObjectCache,
  V1Pod,
} from '@kubernetes/client-node';
import { answerCalls } from '../../process/answerCalls';
import { LoadAddress } from '../load/LoadClusters';

/** Milliseconds between two looks of those who wait for something. */
const LOOK_MS = 2;

const informers: (Informer<V1Pod> & ObjectCache<V1Pod>)[] = [];

function start(clusters: readonly LoadAddress[]): void {
  for (const { name, url, token } of clusters) {
    const config = new KubeConfig();
    config.loadFromOptions({
      // It takes plain HTTP only where nothing is verified.
      clusters: [{ name, server: url, skipTLSVerify: true }],
      users: [{ name, token }],
      contexts: [{ name, cluster: name, user: name }],
      currentContext: name,
    });
    const api = config.makeApiClient(CoreV1Api);
    const informer = makeInformer(config, '/api/v1/pods', () =>
      api.listPodForAllNamespaces(),
    );
    informers.push(informer);
    informer.on('error', error => {
      throw error;
    });
    informer.start();
  }
}

const pods = () => informers.flatMap(informer => informer.list());

const marks = () =>
  pods().reduce(
    (sum, { status }) =>
      sum + (status?.containerStatuses?.[0]?.restartCount ?? 0),
    0,
  );

function until(reached: () => boolean): Promise<void> {
  return new Promise(resolve => {
    const look = () => {
      if (reached()) {
        resolve();
      } else {
        setTimeout(look, LOOK_MS);
      }
    };
    look();
  });
}

// The library that everybody else takes for this, as its documentation shows it.
answerCalls({
  start,
  waitForPods: (count: number) => until(() => pods().length === count),
  waitForMarks: (sum: number) => until(() => marks() === sum),
  counts: () => ({ pods: pods().length, rows: pods().length, marks: marks() }),
});
