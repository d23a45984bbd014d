export type { StatusTokens, Tokens } from './tokens';
export { tokensOf } from './tokensOf';
export { useTokens } from './useTokens';
