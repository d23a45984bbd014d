import {
  LiveObject,
  ObjectLocation,
} from '@domaindeck/backstage-plugin-workloads-common';
import { AccessGate } from '../permissions';
import { CallerRequest } from '../workloads';
import { ObjectsService } from './types';

/** Lets through what lies in environments that the caller views. */
export class AuthorizedObjectsService implements ObjectsService {
  readonly #inner: ObjectsService;
  readonly #gate: AccessGate;

  static create(options: {
    inner: ObjectsService;
    gate: AccessGate;
  }): AuthorizedObjectsService {
    return new AuthorizedObjectsService(options);
  }

  private constructor(options: { inner: ObjectsService; gate: AccessGate }) {
    this.#inner = options.inner;
    this.#gate = options.gate;
  }

  async getObject(
    request: CallerRequest & {
      readonly location: ObjectLocation;
      readonly signal: AbortSignal;
    },
  ): Promise<LiveObject> {
    const access = await this.#gate.access(request.credentials);
    return this.#inner.getObject({ ...request, access });
  }
}
