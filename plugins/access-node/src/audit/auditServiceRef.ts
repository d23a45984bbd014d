import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { AuditorAuditService } from './AuditorAuditService';
import { AuditService } from './types';

/**
 * The sink for what is done through a backend. Without the `access` backend it is Backstage's auditor alone; installing
 * that backend replaces it by one that keeps a record too.
 * @public
 */
export const auditServiceRef = createServiceRef<AuditService>({
  id: 'domaindeck.audit',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { auditor: coreServices.auditor },
      factory: ({ auditor }) => AuditorAuditService.create(auditor),
    }),
});
