/**
 * Grants, the explanation of rights and the record of what was done.
 *
 * @packageDocumentation
 */
export { accessFeatures as default } from './accessFeatures';
