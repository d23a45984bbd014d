import { HttpAuthService } from '@backstage/backend-plugin-api';
import { AuditLog } from '../audit/types';
import { GrantsService } from '../grants/types';
import { EndedRightsService, RightsService } from '../rights/types';
import { AccessStore } from '../store/types';

/** What the routes call. */
export interface RouterOptions {
  readonly httpAuth: HttpAuthService;
  readonly rights: RightsService;
  readonly ended: EndedRightsService;
  readonly grants: GrantsService;
  readonly audit: AuditLog;
  readonly store: Pick<AccessStore, 'listGrants'>;
  readonly now: () => Date;
}
