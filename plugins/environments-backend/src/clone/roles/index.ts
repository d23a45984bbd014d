export { consumptionOf } from './consumption';
export type { Consumption } from './consumption';
export { isBroker, isStore } from './isStore';
export { refusalsOf } from './refusalsOf';
