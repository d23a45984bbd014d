export { AuthorizedInspectionService } from './AuthorizedInspectionService';
export { DefaultInspectionService } from './DefaultInspectionService';
export type { ClusterChecker, InspectionService } from './types';
