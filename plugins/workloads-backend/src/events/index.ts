export { AuthorizedEventsService } from './AuthorizedEventsService';
export { DefaultEventsService } from './DefaultEventsService';
export type { EventsService } from './types';
