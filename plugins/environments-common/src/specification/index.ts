export { checkSpecification } from './checkSpecification';
export { checkName, RESERVED_NAMES } from './checkName';
export { durationMs, formatDuration } from './durations';
