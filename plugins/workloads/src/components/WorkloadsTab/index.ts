export { WorkloadsTab } from './WorkloadsTab';
