export { fitResources } from './fitResources';
export type { Fitted, Wanted } from './fitResources';
export { rewritePod } from './rewritePod';
export { versionedContainer, withAsked } from './withAsked';
export { withSearches } from './withSearches';
