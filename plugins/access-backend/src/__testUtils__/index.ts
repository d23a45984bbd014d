export { startAccessBackend } from './startAccessBackend';
export type { AccessBackend } from './startAccessBackend';
export { PAYMENTS, RIDES, testAccess, testClusters } from './accessWorld';
