import { HttpAuthService } from '@backstage/backend-plugin-api';
import { ChangesService } from '../changes';
import { EventsService } from '../events';
import { InspectionService } from '../inspection';
import { LogsService } from '../logs';
import { MetricsService } from '../metrics';
import { ObjectsService } from '../objects';
import { WorkloadsService } from '../workloads';

/** What the routes call. */
export interface RouterOptions {
  readonly httpAuth: HttpAuthService;
  readonly workloads: WorkloadsService;
  readonly events: EventsService;
  readonly changes: ChangesService;
  readonly objects: ObjectsService;
  readonly inspection: InspectionService;
  readonly logs: LogsService;
  readonly metrics: MetricsService;
}
