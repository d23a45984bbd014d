export { FakeLoki, streams } from './FakeLoki';
export { historyQuery } from './historyQuery';
export { LineStore } from './LineStore';
