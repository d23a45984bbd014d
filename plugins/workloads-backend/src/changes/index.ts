export { AuthorizedChangesService } from './AuthorizedChangesService';
export { ChangeMemory } from './ChangeMemory';
export { DefaultChangesService } from './DefaultChangesService';
export type { ChangesService } from './types';
