export { callerChains } from './callerChains';
export type { ChainInput } from './callerChains';
export { dependencyWaves } from './dependencyWaves';
