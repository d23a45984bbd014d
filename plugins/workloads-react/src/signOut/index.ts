export { shareSignOut } from './shareSignOut';
export type { SignOutSurroundings } from './shareSignOut';
