import { loadPod } from './loadPod';
import { ObjectTemplate } from './ObjectTemplate';

/** A cluster of a load. */
export interface LoadWorld {
  readonly name: string;
  /** Pods of the one service whose tab is opened, in `payments-bench`. */
  readonly entityPods: number;
  /** All other pods: in namespaces of 200, in services of 5. */
  readonly otherPods: number;
  /** Of the JSON of a pod. */
  readonly podBytes: number;
}

/** The service whose tab is opened, and its namespace. */
export const LOAD_SERVICE = 'pricing';
export const LOAD_NAMESPACE = 'payments-bench';

/** An object of a load; its text is made when it is asked for. */
export interface LoadObject {
  readonly namespace: string;
  readonly app: string;
  version: number;
  /** Of a pod, its restarts: a change counts them up, so that a reader can tell which changes have arrived. */
  mark: number;
  text(version: number, mark: number): string;
}

/** Objects by the path of their list. */
export type LoadObjects = ReadonlyMap<string, LoadObject[]>;

const STARTED = '2026-01-05T08:00:00Z';
const BEGAN = Date.parse(STARTED);
const PODS_OF_SERVICE = 5;
const PODS_OF_NAMESPACE = 200;
const MARK = '<#mark#>';

interface Service {
  readonly namespace: string;
  readonly app: string;
  readonly pods: number;
}

function servicesOf({ entityPods, otherPods }: LoadWorld): Service[] {
  const services: Service[] =
    entityPods > 0
      ? [{ namespace: LOAD_NAMESPACE, app: LOAD_SERVICE, pods: entityPods }]
      : [];
  for (let done = 0; done < otherPods; done += PODS_OF_SERVICE) {
    services.push({
      namespace: `load-${Math.floor(done / PODS_OF_NAMESPACE) + 1}`,
      app: `service-${done / PODS_OF_SERVICE + 1}`,
      pods: Math.min(PODS_OF_SERVICE, otherPods - done),
    });
  }
  return services;
}

function templates(podBytes: number) {
  const labels = {
    'app.kubernetes.io/name': '<<app>>',
    'backstage.io/kubernetes-id': '<<app>>',
  };
  const metadata = {
    name: '<<app>>',
    namespace: '<<namespace>>',
    uid: '<<uid>>',
    resourceVersion: '<<version>>',
    creationTimestamp: STARTED,
    generation: 1,
    annotations: { 'deployment.kubernetes.io/revision': '1' },
    labels,
  };
  const spec = {
    replicas: '<#pods#>',
    selector: { matchLabels: { 'app.kubernetes.io/name': '<<app>>' } },
    template: {
      metadata: { labels },
      spec: {
        containers: [
          { name: '<<app>>', image: 'registry.example.com/load/<<app>>:1.0.0' },
        ],
      },
    },
  };
  const counts = {
    replicas: '<#pods#>',
    readyReplicas: '<#pods#>',
    availableReplicas: '<#pods#>',
    observedGeneration: 1,
  };
  const owner = { apiVersion: 'apps/v1', kind: 'Deployment', name: '<<app>>' };
  return {
    deployment: ObjectTemplate.create({
      kind: 'Deployment',
      apiVersion: 'apps/v1',
      metadata,
      spec,
      status: { ...counts, updatedReplicas: '<#pods#>', conditions: [] },
    }),
    replicaSet: ObjectTemplate.create({
      kind: 'ReplicaSet',
      apiVersion: 'apps/v1',
      metadata: {
        ...metadata,
        name: '<<app>>-6d8f7c9b5',
        ownerReferences: [{ ...owner, uid: '<<owner>>', controller: true }],
      },
      spec,
      status: counts,
    }),
    pod: ObjectTemplate.create(
      loadPod(
        {
          name: '<<name>>',
          namespace: '<<namespace>>',
          uid: '<<uid>>',
          app: '<<app>>',
          replicaSet: { name: '<<app>>-6d8f7c9b5', uid: '<<owner>>' },
          node: '<<node>>',
          version: '<<version>>',
          started: '<<started>>',
          bytes: podBytes,
        },
        MARK,
      ),
    ),
    namespace: ObjectTemplate.create({
      kind: 'Namespace',
      apiVersion: 'v1',
      metadata: {
        name: '<<namespace>>',
        uid: '<<uid>>',
        resourceVersion: '<<version>>',
        creationTimestamp: STARTED,
      },
      status: { phase: 'Active' },
    }),
  };
}

/** Makes up a cluster: everything in it runs, and nothing moves by itself. */
export function loadObjects(world: LoadWorld): LoadObjects {
  const made = templates(world.podBytes);
  let serial = 0;
  const uid = () => {
    serial += 1;
    return `0b7f6a4e-0000-4000-8000-${String(serial).padStart(12, '0')}`;
  };
  const object = (
    template: ObjectTemplate,
    where: { readonly namespace: string; readonly app: string },
    values: Readonly<Record<string, string | number>>,
  ): LoadObject => ({
    ...where,
    version: 1,
    mark: 0,
    text: (version, mark) =>
      template.fill({ ...where, ...values, version, mark }),
  });
  const namespaces: LoadObject[] = [];
  const deployments: LoadObject[] = [];
  const replicaSets: LoadObject[] = [];
  const pods: LoadObject[] = [];
  const known = new Set<string>();
  for (const { namespace, app, pods: count } of servicesOf(world)) {
    const where = { namespace, app };
    if (!known.has(namespace)) {
      known.add(namespace);
      namespaces.push(object(made.namespace, where, { uid: uid() }));
    }
    const [deployment, replicaSet] = [uid(), uid()];
    deployments.push(
      object(made.deployment, where, { uid: deployment, pods: count }),
    );
    replicaSets.push(
      object(made.replicaSet, where, {
        uid: replicaSet,
        owner: deployment,
        pods: count,
      }),
    );
    for (let index = 0; index < count; index += 1) {
      pods.push(
        object(made.pod, where, {
          uid: uid(),
          owner: replicaSet,
          name: `${app}-6d8f7c9b5-${String(index).padStart(5, '0')}`,
          node: `node-${(serial % 50) + 1}`,
          // Every service has begun at another second.
          started: new Date(BEGAN + deployments.length * 1000)
            .toISOString()
            .replace('.000', ''),
        }),
      );
    }
  }
  return new Map([
    ['/api/v1/namespaces', namespaces],
    ['/apis/apps/v1/deployments', deployments],
    ['/apis/apps/v1/replicasets', replicaSets],
    ['/api/v1/pods', pods],
  ]);
}
