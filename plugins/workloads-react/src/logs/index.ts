export * from './chart';
export * from './controls';
export * from './feed';
export * from './list';
export { logsApiRef } from './logsApiRef';
export * from './model';
export * from './rail';
export { usePodColours } from './usePodColours';
export { useLogText } from './useLogText';
