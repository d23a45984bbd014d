export { FakeLoki, streams } from './FakeLoki';
export { historyOf } from './historyOf';
export { historyQuery } from './historyQuery';
export { LineStore } from './LineStore';
