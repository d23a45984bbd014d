export { AuthorizedObjectsService } from './AuthorizedObjectsService';
export { DefaultObjectsService } from './DefaultObjectsService';
export type { ConnectionOf } from './DefaultObjectsService';
export type { ObjectsService } from './types';
