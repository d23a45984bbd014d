import { projectDetails } from './projectDetails';
import { eventsOfWorkload, projectEvents } from './projectEvents';
import { projectNamespace } from './projectNamespace';
import { Projection } from './types';

/** The projection that the plugin uses. */
export const projection: Projection = {
  projectNamespace,
  projectDetails,
  projectEvents,
  eventsOfWorkload,
};
