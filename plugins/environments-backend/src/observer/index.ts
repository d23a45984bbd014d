export { ClusterObserver } from './ClusterObserver';
export { Rebuilder } from './Rebuilder';
