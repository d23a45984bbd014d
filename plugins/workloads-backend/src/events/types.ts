import {
  EventPage,
  EventsQuery,
} from '@domaindeck/backstage-plugin-workloads-common';
import { EntityRequest } from '../workloads';

/** Kubernetes events of entities. */
export interface EventsService {
  /**
   * @throws NotFoundError for what does not exist or may not be viewed; NotAllowedError when it may be viewed, but its
   * events not; InputError for a cursor that no page gave.
   */
  getEvents(
    request: EntityRequest & { readonly query: EventsQuery },
  ): Promise<EventPage>;
}
