export * from './chart';
export * from './controls';
export * from './feed';
export * from './list';
export { logsApiRef } from './logsApiRef';
export * from './model';
export * from './rail';
export { useLogText } from './useLogText';
