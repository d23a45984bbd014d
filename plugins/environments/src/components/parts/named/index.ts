export { NamedEnvironment } from './NamedEnvironment';
export type { EnvironmentViewProps } from './NamedEnvironment';
