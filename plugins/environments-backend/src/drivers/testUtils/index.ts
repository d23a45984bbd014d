export { FaultyDriver, ProcessDied } from './FaultyDriver';
export type { DriverCall, Fault } from './FaultyDriver';
