export {
  ago,
  FakeNamespace,
  NOW,
  overlay,
  running,
  terminated,
  waiting,
} from './FakeNamespace';
export type { FakeContainer, Json } from './FakeNamespace';
export { AbsurdObjects } from './AbsurdObjects';
export { contractSchema } from './contractSchema';
export { onlyWorkload } from './onlyWorkload';
export { readRecording } from './readRecording';
export type { Recording } from './readRecording';
export { seededRandom } from './seededRandom';
export type { Random } from './seededRandom';
export { sickWorkload } from './sickWorkload';
export type { Sickness } from './sickWorkload';
