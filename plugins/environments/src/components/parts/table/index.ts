export { EnvironmentTable } from './EnvironmentTable';
export type { RowGroup } from './EnvironmentTable';
export { useRowActions } from './useRowActions';
export type { RowActions } from './useRowActions';
