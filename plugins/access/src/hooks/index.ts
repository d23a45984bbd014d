export { useDateText, useMomentText } from './useDateText';
export { useOwnRoles } from './useOwnRoles';
export { useRights } from './useRights';
export { useRoleText } from './useRoleText';
