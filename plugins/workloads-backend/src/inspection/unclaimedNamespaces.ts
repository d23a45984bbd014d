import { UnclaimedNamespace } from '@domaindeck/backstage-plugin-workloads-common';
import { ClusterReader } from '../cache/types';
import { BindingResolver } from '../entities';

/** Namespaces of Kubernetes itself; no domain will ever claim them. */
const SYSTEM = /^kube-/;

/** The namespaces of a cluster in which something runs and that no domain claims, with the binding to paste. */
export function unclaimedNamespaces(
  cluster: string,
  reader: ClusterReader,
  bindings: BindingResolver,
): UnclaimedNamespace[] {
  return reader
    .rows(cluster, 'namespaces')
    .map(({ name }) => name)
    .filter(
      name => !SYSTEM.test(name) && !bindings.environmentAt(cluster, name),
    )
    .sort()
    .map(namespace => ({
      cluster,
      namespace,
      workloads: countWorkloads(cluster, namespace, reader),
      binding: bindingYaml(cluster, namespace),
    }))
    .filter(({ workloads }) => workloads > 0);
}

function countWorkloads(
  cluster: string,
  namespace: string,
  reader: ClusterReader,
): number {
  const controllers = (
    ['deployments', 'statefulsets', 'daemonsets', 'cronjobs'] as const
  ).map(resource => reader.rows(cluster, resource, namespace).length);
  const alone = (['jobs', 'replicasets', 'pods'] as const).map(
    resource =>
      reader
        .rows(cluster, resource, namespace)
        .filter(({ owner }) => owner === undefined).length,
  );
  return [...controllers, ...alone].reduce((sum, count) => sum + count, 0);
}

function bindingYaml(cluster: string, namespace: string): string {
  return [
    'workloads:',
    '  bindings:',
    '    - domain: domain:default/REPLACE-WITH-THE-DOMAIN',
    `      cluster: ${cluster}`,
    `      namespaces: [${namespace}]`,
    '',
  ].join('\n');
}
