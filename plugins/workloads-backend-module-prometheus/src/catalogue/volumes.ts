import {
  above,
  divide,
  forEach,
  max,
  metric,
  minus,
  ofNamespace,
  slope,
  times,
} from '../promql/build';
import { Expression } from '../promql/types';
import { Measure } from './types';

const AVAILABLE = 'kubelet_volume_stats_available_bytes';
const CAPACITY = 'kubelet_volume_stats_capacity_bytes';
const MOUNTS = 'kube_pod_spec_volumes_persistentvolumeclaims_info';
const BY_CLAIM = ['namespace', 'persistentvolumeclaim'] as const;

/** The kubelet tells of claims; kube-state-metrics tells which pods have them, and those alone are told. */
const ofPods = (values: Expression): Expression =>
  forEach(BY_CLAIM, max([...BY_CLAIM, 'pod'], metric(MOUNTS)), values);

const available = max(BY_CLAIM, ofNamespace(AVAILABLE));
const capacity = max(BY_CLAIM, ofNamespace(CAPACITY));
/** Bytes a second by which a volume fills. */
const filling = times(max(BY_CLAIM, slope(ofNamespace(AVAILABLE))), -1);

/** Volumes of pods, by the kubelet. */
export const volumes: readonly Measure[] = [
  {
    // The share that is taken, or kept back by the file system.
    panel: 'volumes',
    measure: 'used',
    needs: AVAILABLE,
    subject: 'persistentvolumeclaim',
    query: ofPods(divide(minus(capacity, available), capacity)),
  },
  {
    // Seconds until nothing is left, if it goes on as in the last hours; nothing for one that does not fill.
    panel: 'volumes',
    measure: 'full',
    unit: 'seconds',
    needs: AVAILABLE,
    subject: 'persistentvolumeclaim',
    query: ofPods(above(divide(available, filling), 0)),
  },
];
