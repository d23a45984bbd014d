/** Where the API serves a workload of a kind: group (`core` for the one without a name), version, plural. */
export const workloadResources: ReadonlyMap<
  string,
  {
    readonly group: string;
    readonly version: string;
    readonly resource: string;
  }
> = new Map([
  ['Deployment', { group: 'apps', version: 'v1', resource: 'deployments' }],
  ['StatefulSet', { group: 'apps', version: 'v1', resource: 'statefulsets' }],
  ['DaemonSet', { group: 'apps', version: 'v1', resource: 'daemonsets' }],
  ['ReplicaSet', { group: 'apps', version: 'v1', resource: 'replicasets' }],
  ['Job', { group: 'batch', version: 'v1', resource: 'jobs' }],
  ['CronJob', { group: 'batch', version: 'v1', resource: 'cronjobs' }],
  ['Pod', { group: 'core', version: 'v1', resource: 'pods' }],
]);
