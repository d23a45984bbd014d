export type { LineActions } from './OpenedLine';
export { LogList } from './LogList';
export type { LogListHandle } from './LogList';
export type { LogLook } from './LogLook';
export type { NoteActions } from './LogNote';
export { PodSwatch } from './PodSwatch';
