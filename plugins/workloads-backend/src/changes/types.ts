import {
  ChangePage,
  ChangesQuery,
} from '@domaindeck/backstage-plugin-workloads-common';
import { EntityRequest } from '../workloads';

/** Releases and scalings of entities. */
export interface ChangesService {
  /**
   * @throws NotFoundError for what does not exist or may not be viewed; InputError for a cursor that no page gave
   */
  getChanges(
    request: EntityRequest & { readonly query: ChangesQuery },
  ): Promise<ChangePage>;
}
