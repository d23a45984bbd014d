/**
 * The audit sink, the organisation and the delegate of the policy, for other backends.
 *
 * @packageDocumentation
 */
export * from './audit/types';
export { AuditorAuditService } from './audit/AuditorAuditService';
export { auditServiceRef } from './audit/auditServiceRef';
export { principalRef } from './audit/principalRef';
export { RecordedAuditService } from './audit/RecordedAuditService';
export type { RecordedAuditOptions } from './audit/RecordedAuditService';
export { recordedAuditServiceFactory } from './audit/recordedAuditServiceFactory';
export { runAudited } from './audit/runAudited';
export { AccessConfig } from './config/AccessConfig';
export type { ConfiguredAccess } from './config/AccessConfig';
export * from './organisation/types';
export { CatalogOrganisationSource } from './organisation/CatalogOrganisationSource';
export type { CatalogOrganisationOptions } from './organisation/CatalogOrganisationSource';
export { createOrganisation } from './organisation/createOrganisation';
export { accessPolicyExtensionPoint } from './policy/accessPolicyExtensionPoint';
export type { AccessPolicyExtensionPoint } from './policy/accessPolicyExtensionPoint';
export { ACCESS_CHANGED } from './policy/ACCESS_CHANGED';
