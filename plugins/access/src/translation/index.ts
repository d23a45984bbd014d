export { accessTranslationRef } from './accessTranslationRef';
