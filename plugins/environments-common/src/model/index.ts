export * from './types';
export { SEVERITIES } from './SEVERITIES';
