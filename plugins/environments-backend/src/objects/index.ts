export type {
  Json,
  JsonObject,
  KubernetesObject,
  ObjectMetadata,
} from './types';
export { objectHash, secretDigest, stableJson } from './objectHash';
export { groupOf, objectKey, objectRef } from './objectKey';
export { printOf } from './printOf';
export { maskedPlaces, maskSetting, maskSettings } from './maskSettings';
export { dnsLabel, fitLabel, labelValue, shortHash } from './names';
export { parseImage, versionOf, withTag } from './images';
export { locateImage, registryHost } from './locateImage';
export type { ImageLocation } from './locateImage';
export type { ImageReference } from './images';
export { GIB, MIB, parseQuantity, writeBytes, writeCores } from './quantities';
export { withoutNulls } from './withoutNulls';
export { matchesLabels, matchesSelector } from './selectors';
export {
  at,
  containersOf,
  isObject,
  mainContainer,
  podTemplateOf,
  templatePath,
} from './pods';
export type {
  Container,
  EnvVar,
  PodSpec,
  PodTemplate,
  Resources,
  Volume,
} from './pods';
