import {
  EnvironmentRecord,
  EnvironmentsApi,
  EnvironmentsWriteOptions,
  Operation,
  ResyncRequest,
  SecretValues,
  Specification,
  SpecificationPatch,
} from '@domaindeck/backstage-plugin-environments-common';
import { EnvironmentsWorld } from './EnvironmentsWorld';
import { conflict, forbidden, invalid, notFound } from './fakeErrors';
import { fakePlan } from './fakePlan';
import { beginWork, resumeWork } from './fakeWork';
import { InMemoryReads } from './InMemoryReads';
import { recordOfPlan } from './recordOfPlan';

/**
 * The contract of the `environments` backend in memory, for tests and development apps. It keeps what is asked of it:
 * specifications are planned, environments are made, changed and deleted, and every open stream is told. Work goes on only
 * when `work` is called.
 * @public
 */
export class InMemoryEnvironmentsApi
  extends InMemoryReads
  implements EnvironmentsApi
{
  readonly #answers = new Map<string, EnvironmentRecord>();

  static create(
    world: EnvironmentsWorld,
    now: () => number = Date.now,
  ): InMemoryEnvironmentsApi {
    return new InMemoryEnvironmentsApi(world, now);
  }

  async createEnvironment(
    specification: Specification,
    options?: EnvironmentsWriteOptions,
  ): Promise<EnvironmentRecord> {
    this.called('createEnvironment', specification, options);
    const { world } = this.store;
    if (world.role === 'viewer' || world.role === 'stranger') {
      throw forbidden(
        'environments.environment.env-create needs developer in development; ask an owner of payments.',
      );
    }
    const known = this.#answers.get(options?.idempotencyKey ?? '');
    if (known) {
      return known;
    }
    const plan = fakePlan(world, { specification }, this.now());
    if (!plan.creatable) {
      throw invalid('The plan forbids it.', {
        warnings: plan.warnings.filter(one => one.severity === 'block'),
      });
    }
    const record = recordOfPlan(world, plan, this.now());
    this.store.putWork(beginWork(record, 'create', this.now()));
    this.store.note(record.id, {
      kind: 'created',
      who: world.caller,
      message: `Created by ${world.caller}`,
    });
    const answer = this.store.recordOf(record.id);
    if (options?.idempotencyKey) {
      this.#answers.set(options.idempotencyKey, answer);
    }
    return answer;
  }

  async updateEnvironment(
    id: string,
    patch: SpecificationPatch,
    options?: EnvironmentsWriteOptions,
  ): Promise<EnvironmentRecord> {
    this.called('updateEnvironment', id, patch, options);
    const record = this.#managed(id);
    const { generation, sleepWhenUnused, ...rest } = patch;
    if (generation !== undefined && generation !== record.generation) {
      throw conflict(
        'Tester Two changed it at 14:02, after you had opened it. Look at what is there now and send it again.',
      );
    }
    const { sleepWhenUnused: _, ...before } = record.specification;
    const specification: Specification = {
      ...before,
      ...rest,
      ...(sleepWhenUnused ? { sleepWhenUnused } : {}),
    };
    const plan = fakePlan(
      this.store.world,
      { specification, environment: id },
      this.now(),
    );
    if (!plan.creatable) {
      throw invalid('The plan forbids it.', {
        warnings: plan.warnings.filter(one => one.severity === 'block'),
      });
    }
    const after = recordOfPlan(this.store.world, plan, this.now());
    return this.#begin('update', {
      ...record,
      specification,
      collaborators: specification.collaborators ?? [],
      generation: record.generation + 1,
      services: after.services,
      addresses: after.addresses,
    });
  }

  async putSecret(
    id: string,
    name: string,
    values: SecretValues['values'],
  ): Promise<EnvironmentRecord> {
    // What was typed is not kept, not even among the calls.
    this.called('putSecret', id, name, Object.keys(values));
    const record = this.#managed(id);
    if (!record.pendingSecrets.some(one => one.name === name)) {
      throw notFound();
    }
    this.store.put({
      ...record,
      pendingSecrets: record.pendingSecrets.filter(one => one.name !== name),
    });
    const after = this.store.recordOf(id);
    if (after.pendingSecrets.length === 0 && after.state === 'needs-secrets') {
      this.store.put({ ...after, state: 'provisioning' });
    }
    return this.store.recordOf(id);
  }

  async extend(
    id: string,
    expiresAt: string,
    options?: EnvironmentsWriteOptions,
  ): Promise<EnvironmentRecord> {
    this.called('extend', id, expiresAt, options);
    const record = this.#managed(id);
    if (expiresAt > record.latestExpiresAt) {
      throw invalid(`${record.latestExpiresAt} is the latest.`, {
        problems: [
          { path: 'expiresAt', code: 'too-late', message: 'It is too late.' },
        ],
      });
    }
    this.store.put({ ...record, expiresAt });
    return this.store.recordOf(id);
  }

  async pin(
    id: string,
    request: { readonly pinned: boolean; readonly why?: string },
  ): Promise<EnvironmentRecord> {
    this.called('pin', id, request);
    this.store.put({ ...this.#managed(id), pinned: request.pinned });
    return this.store.recordOf(id);
  }

  async sleep(id: string): Promise<EnvironmentRecord> {
    this.called('sleep', id);
    return this.#begin('sleep', this.#managed(id));
  }

  async wake(id: string): Promise<EnvironmentRecord> {
    this.called('wake', id);
    return this.#begin('wake', this.#managed(id));
  }

  async resync(
    id: string,
    request: ResyncRequest,
    options?: EnvironmentsWriteOptions,
  ): Promise<EnvironmentRecord> {
    this.called('resync', id, request, options);
    const record = this.#managed(id);
    if (request.revision !== this.store.driftOf(id).revision) {
      throw conflict('The baseline moved again; compare again.');
    }
    const driftCounts = this.store.take(id, request);
    return this.#begin('update', { ...record, driftCounts });
  }

  async retry(id: string): Promise<EnvironmentRecord> {
    this.called('retry', id);
    this.#managed(id);
    this.store.putWork(resumeWork(this.store.workOf(id), this.now()));
    return this.store.recordOf(id);
  }

  async cancel(id: string): Promise<EnvironmentRecord> {
    this.called('cancel', id);
    return this.#begin('delete', this.#managed(id));
  }

  async deleteEnvironment(
    id: string,
    confirm: string,
    options?: EnvironmentsWriteOptions,
  ): Promise<EnvironmentRecord> {
    this.called('deleteEnvironment', id, confirm, options);
    const record = this.#managed(id);
    if (confirm !== record.name) {
      throw invalid(`"${confirm}" is not the name.`, {});
    }
    return this.#begin('delete', record);
  }

  #begin(operation: Operation, record: EnvironmentRecord): EnvironmentRecord {
    this.store.putWork(beginWork(record, operation, this.now()));
    return this.store.recordOf(record.id);
  }

  /** The record of which the caller may ask something. */
  #managed(id: string): EnvironmentRecord {
    const record = this.store.recordOf(id);
    if (!record.verbs.includes('env-manage')) {
      throw forbidden(
        'environments.environment.env-manage needs developer and an environment of your own, or owner; ask an owner of payments.',
      );
    }
    return record;
  }
}
