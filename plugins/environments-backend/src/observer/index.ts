export { ClusterObserver } from './ClusterObserver';
export { DriftKeeper } from './DriftKeeper';
export { Rebuilder } from './Rebuilder';
