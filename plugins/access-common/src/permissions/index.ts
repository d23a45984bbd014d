export { ACCESS_VERBS } from './verbs';
export type { AccessVerb } from './verbs';
export {
  accessPermissions,
  accessResourceType,
  allAccessPermissions,
} from './permissions';
