import { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  AuthorizedChangesService,
  AuthorizedEnvironmentsService,
  AuthorizedGuardsService,
  EnvironmentsWatch,
} from '../environments';

/** What the routes call. */
export interface RouterOptions {
  readonly httpAuth: HttpAuthService;
  readonly environments: AuthorizedEnvironmentsService;
  readonly changes: AuthorizedChangesService;
  readonly guards: AuthorizedGuardsService;
  readonly watch: EnvironmentsWatch;
}
