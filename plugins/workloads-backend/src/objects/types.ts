import {
  LiveObject,
  ObjectLocation,
} from '@domaindeck/backstage-plugin-workloads-common';
import { CallerRequest } from '../workloads';

/** Single objects, read from their cluster at the moment of the question. */
export interface ObjectsService {
  /**
   * @throws InputError for a location that cannot be a namespaced object's; NotFoundError for what does not exist or may
   * not be viewed; ServiceUnavailableError when the cluster does not answer or refuses the portal
   */
  getObject(
    request: CallerRequest & {
      readonly location: ObjectLocation;
      readonly signal: AbortSignal;
    },
  ): Promise<LiveObject>;
}
