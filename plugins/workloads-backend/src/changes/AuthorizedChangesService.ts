import {
  ChangePage,
  ChangesQuery,
} from '@domaindeck/backstage-plugin-workloads-common';
import { AccessGate } from '../permissions';
import { EntityRequest } from '../workloads';
import { ChangesService } from './types';

/** Narrows what is told to the environments that the caller views. */
export class AuthorizedChangesService implements ChangesService {
  readonly #inner: ChangesService;
  readonly #gate: AccessGate;

  static create(options: {
    inner: ChangesService;
    gate: AccessGate;
  }): AuthorizedChangesService {
    return new AuthorizedChangesService(options);
  }

  private constructor(options: { inner: ChangesService; gate: AccessGate }) {
    this.#inner = options.inner;
    this.#gate = options.gate;
  }

  async getChanges(
    request: EntityRequest & { readonly query: ChangesQuery },
  ): Promise<ChangePage> {
    const access = await this.#gate.entityAccess(
      request.entityRef,
      request.credentials,
    );
    return this.#inner.getChanges({ ...request, access });
  }
}
