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
export { contractSchema } from './contractSchema';
