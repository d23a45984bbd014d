import { Severity } from './types';

/** The severities, the most serious first. @public */
export const SEVERITIES: readonly Severity[] = [
  'block',
  'danger',
  'caution',
  'notice',
];
