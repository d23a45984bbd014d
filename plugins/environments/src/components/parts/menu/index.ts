export { EntryMenu } from './EntryMenu';
export type { MenuEntry } from './EntryMenu';
export { MoreButton } from './MoreButton';
