import { HttpAuthService } from '@backstage/backend-plugin-api';
import { EventsService } from '../events';
import { InspectionService } from '../inspection';
import { ObjectsService } from '../objects';
import { WorkloadsService } from '../workloads';

/** What the routes call. */
export interface RouterOptions {
  readonly httpAuth: HttpAuthService;
  readonly workloads: WorkloadsService;
  readonly events: EventsService;
  readonly objects: ObjectsService;
  readonly inspection: InspectionService;
}
