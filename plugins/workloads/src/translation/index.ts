export { workloadsTranslationRef } from './workloadsTranslationRef';
