import {
  ClusterStatus,
  Environment,
  OpenResult,
  StreamRecord,
  WorkloadDetail,
  WorkloadIdentity,
  WorkloadsFilter,
  WorkloadSnapshot,
} from '@domaindeck/backstage-plugin-workloads-common';
import { Clock } from '@domaindeck/backstage-plugin-workloads-node';
import { AccessGate } from '../permissions/AccessGate';
import { guardStream } from './guardStream';
import {
  CallerRequest,
  EntityRequest,
  StreamRequest,
  WorkloadsService,
} from './types';

/** Narrows every question to what the caller may view, with one authorisation per request. */
export class AuthorizedWorkloadsService implements WorkloadsService {
  readonly #inner: WorkloadsService;
  readonly #gate: AccessGate;
  readonly #clock: Clock;

  static create(options: {
    inner: WorkloadsService;
    gate: AccessGate;
    clock: Clock;
  }): AuthorizedWorkloadsService {
    return new AuthorizedWorkloadsService(options);
  }

  private constructor(options: {
    inner: WorkloadsService;
    gate: AccessGate;
    clock: Clock;
  }) {
    this.#inner = options.inner;
    this.#gate = options.gate;
    this.#clock = options.clock;
  }

  async getEnvironments(
    request: EntityRequest,
  ): Promise<{ items: Environment[]; clusters: ClusterStatus[] }> {
    return this.#inner.getEnvironments(await this.#admit(request));
  }

  async getSnapshot(
    request: EntityRequest & { readonly filter: WorkloadsFilter },
  ): Promise<WorkloadSnapshot> {
    return this.#inner.getSnapshot(await this.#admit(request));
  }

  async *streamChanges(
    request: StreamRequest,
  ): AsyncGenerator<readonly StreamRecord[]> {
    const admitted = await this.#admit(request);
    yield* guardStream({
      credentials: request.credentials,
      signal: request.signal,
      clock: this.#clock,
      open: signal => this.#inner.streamChanges({ ...admitted, signal }),
      record: (verdict): StreamRecord =>
        verdict === 'changed'
          ? { type: 'reset', reason: 'what may be shown has changed' }
          : { type: 'end', reason: verdict },
      viewable: async () => {
        const access = await this.#gate.recheck(
          request.entityRef,
          request.credentials,
        );
        const current = { ...request, access };
        const refs = async (asked: EntityRequest) =>
          (await this.#inner.getEnvironments(asked)).items.map(
            ({ ref }) => ref,
          );
        return { before: await refs(admitted), now: await refs(current) };
      },
    });
  }

  async getWorkload(
    request: CallerRequest & { readonly identity: WorkloadIdentity },
  ): Promise<WorkloadDetail> {
    const access = await this.#gate.access(request.credentials);
    return this.#inner.getWorkload({ ...request, access });
  }

  async open(
    request: CallerRequest & {
      readonly cluster: string;
      readonly namespace: string;
      readonly name?: string;
    },
  ): Promise<OpenResult> {
    const access = await this.#gate.access(request.credentials);
    return this.#inner.open({ ...request, access });
  }

  async #admit<T extends EntityRequest>(request: T): Promise<T> {
    const access = await this.#gate.entityAccess(
      request.entityRef,
      request.credentials,
    );
    return { ...request, access };
  }
}
