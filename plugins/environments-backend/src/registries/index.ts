export { Registries } from './Registries';
export { RegistryError } from './RegistryError';
export { sortTags } from './sortTags';
export type { BranchTags, SortedTags } from './sortTags';
export type { Registry, RegistryProblem, TagList } from './types';
