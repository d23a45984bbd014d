import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { AuditorAuditService } from './AuditorAuditService';
import { auditServiceRef } from './auditServiceRef';
import { RecordedAuditService } from './RecordedAuditService';

/**
 * Makes every plugin of a backend write into the record of the `access` backend. The `access` backend brings it; add it
 * by hand to a backend that runs apart from it.
 * @public
 */
export const recordedAuditServiceFactory = createServiceFactory({
  service: auditServiceRef,
  deps: {
    auditor: coreServices.auditor,
    auth: coreServices.auth,
    discovery: coreServices.discovery,
  },
  factory: ({ auditor, auth, discovery }) =>
    RecordedAuditService.create({
      auditor: AuditorAuditService.create(auditor),
      auth,
      discovery,
      fetch,
    }),
});
