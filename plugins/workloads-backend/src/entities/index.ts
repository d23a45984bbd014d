export { BindingResolver } from './BindingResolver';
export { CatalogModelCache } from './CatalogModelCache';
export { createCatalogModel } from './createCatalogModel';
export { createComponentMatcher } from './createComponentMatcher';
export type {
  BoundEnvironment,
  CatalogModel,
  CatalogModelSource,
  ComponentEntry,
  EntityScope,
} from './types';
export { EntityResolver } from './EntityResolver';
export type { EntityView } from './EntityResolver';
export { environmentResource } from './environmentResource';
export { clusterNotFound, entityNotFound, placeNotFound } from './notFound';
