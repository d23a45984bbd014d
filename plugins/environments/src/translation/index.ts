export { environmentsTranslationRef } from './environmentsTranslationRef';
