export { flattenMessages } from './flattenMessages';
export type {
  MessageKey,
  NestedMessages,
  TranslationOf,
} from './flattenMessages';
export { workloadsReactTranslationRef } from './workloadsReactTranslationRef';
