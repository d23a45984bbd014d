export { redactSecret, sanitizeObject } from './sanitizeObject';
export { sanitizeLabels, sanitizeMetadata } from './sanitizeMetadata';
export { portsOf } from './sanitizeService';
export { MAX_CLAIM_BYTES, sanitizeClaimSpec } from './sanitizeClaim';
export { withoutPlacement } from './sanitizePodTemplate';
export type { SecretNames } from './secretAddresses';
