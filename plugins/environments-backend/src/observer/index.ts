export { ClusterObserver } from './ClusterObserver';
export { DriftKeeper } from './DriftKeeper';
export { LastSights } from './LastSights';
export { Rebuilder } from './Rebuilder';
export { UseKeeper } from './UseKeeper';
