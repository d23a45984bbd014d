export { routesOf } from './routesOf';
export type { Route, RoutePath } from './types';
