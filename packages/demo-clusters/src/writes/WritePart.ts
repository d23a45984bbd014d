/** Which part of an object a write may change. */
export type WritePart = 'object' | 'status';
