export { ClusterCapacity } from './ClusterCapacity';
export { freeOf, roomFor } from './freeOf';
export type { FreeRoom } from './freeOf';
export { WorkloadsRoomSource } from './WorkloadsRoomSource';
export type { Amounts, ClusterRoom, RoomSource } from './types';
