export { fitResources } from './fitResources';
export type { Fitted, Wanted } from './fitResources';
export { rewritePod, withBaselineMembers } from './rewritePod';
export { versionedContainer, withAsked } from './withAsked';
export { withOwnPlace } from './withOwnPlace';
export { withOwnSearch, withSearches } from './withSearches';
export { withOwnNamespace } from './withOwnNamespace';
