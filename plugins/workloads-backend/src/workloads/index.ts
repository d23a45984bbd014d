export { AuthorizedWorkloadsService } from './AuthorizedWorkloadsService';
export { DefaultWorkloadsService } from './DefaultWorkloadsService';
export { Revisions } from './Revisions';
export { isShown } from './streamRecords';
export type {
  CallerRequest,
  EntityRequest,
  StreamRequest,
  WorkloadsService,
} from './types';
