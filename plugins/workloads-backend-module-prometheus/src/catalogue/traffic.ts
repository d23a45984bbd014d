import { max, metric, rate, sum, where } from '../promql/build';
import { BY_CONTAINER, BY_POD, REAL_CONTAINERS } from './containers';
import { Measure } from './types';

/** Networks inside the node, over which the same bytes go a second time. */
const VIRTUAL = where(
  'interface',
  '!~',
  'lo|(cali|tunl|dummy|kube|flannel|cni|docker|veth|cilium|lxc).*',
);

/** Bytes a second over the network. cAdvisor tells them of pods, not of containers. */
const network = (measure: string, name: string): Measure => ({
  panel: 'network',
  measure,
  needs: name,
  query: sum(
    BY_POD,
    max([...BY_POD, 'interface'], rate(metric(name, VIRTUAL))),
  ),
});

/** Bytes a second from and to disks. */
const disk = (measure: string, name: string): Measure => ({
  panel: 'disk',
  measure,
  needs: name,
  query: sum(
    BY_CONTAINER,
    max([...BY_CONTAINER, 'device'], rate(metric(name, ...REAL_CONTAINERS))),
  ),
});

/** What pods move, by cAdvisor. */
export const traffic: readonly Measure[] = [
  network('receive', 'container_network_receive_bytes_total'),
  network('transmit', 'container_network_transmit_bytes_total'),
  disk('read', 'container_fs_reads_bytes_total'),
  disk('write', 'container_fs_writes_bytes_total'),
];
