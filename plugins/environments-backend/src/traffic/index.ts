export { judgeUse } from './judgeUse';
export type { Use } from './judgeUse';
export { WorkloadsTrafficSource } from './WorkloadsTrafficSource';
export type {
  ToldTraffic,
  Traffic,
  TrafficQuestion,
  TrafficSource,
  UntoldTraffic,
} from './types';
