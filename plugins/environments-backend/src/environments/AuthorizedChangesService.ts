import { createHash } from 'node:crypto';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import {
  AuditEvent,
  AuditService,
  runAudited,
} from '@domaindeck/backstage-plugin-access-node';
import {
  EnvironmentRecord,
  EnvironmentsVerb,
  ResyncRequest,
  SecretValues,
  Specification,
  SpecificationPatch,
} from '@domaindeck/backstage-plugin-environments-common';
import { maskSettings } from '../objects';
import { EnvironmentStore, StoredEnvironment } from '../store/types';
import { EnvironmentChanger } from './EnvironmentChanger';
import { EnvironmentCreator } from './EnvironmentCreator';
import { EnvironmentGate, Visitor } from './EnvironmentGate';
import { checkedSpecification } from './errors';
import { RecordBuilder } from './RecordBuilder';

/** What {@link AuthorizedChangesService} needs. */
export interface AuthorizedChangesOptions {
  readonly audit: AuditService;
  readonly gate: EnvironmentGate;
  readonly creator: EnvironmentCreator;
  readonly changer: EnvironmentChanger;
  readonly records: RecordBuilder;
  readonly store: EnvironmentStore;
  /** False while nobody is held to any right: then nothing is written. */
  readonly changesAllowed: boolean;
}

/** Who asks, once or again. */
export interface Write {
  readonly credentials: BackstageCredentials;
  readonly requestId: string;
  readonly idempotencyKey?: string;
}

/** One environment, and who asks. */
export interface WriteOne extends Write {
  readonly id: string;
}

/** What people change. Everything is judged first, on record, and done once for one key. */
export class AuthorizedChangesService {
  readonly #given: AuthorizedChangesOptions;

  static create(options: AuthorizedChangesOptions): AuthorizedChangesService {
    return new AuthorizedChangesService(options);
  }

  private constructor(options: AuthorizedChangesOptions) {
    this.#given = options;
  }

  async create(
    write: Write & { specification: unknown },
  ): Promise<EnvironmentRecord> {
    const specification = checkedSpecification(write.specification);
    const visitor = await this.#enter(write);
    const event = eventOf(write, 'env-create', specification, {
      cluster: specification.cluster,
    });
    const baseline = await this.#refusalOnRecord(event, () =>
      visitor.baselineOf(specification),
    );
    return this.#once(write, visitor, ['create', specification], () =>
      runAudited(this.#given.audit, event, async () => {
        const made = await this.#given.creator.create(
          specification,
          baseline,
          visitor.asker,
        );
        return {
          result: await this.#record(visitor, made),
          details: { object: objectOf(made) },
        };
      }),
    );
  }

  update(
    write: WriteOne & { patch: SpecificationPatch },
  ): Promise<EnvironmentRecord> {
    const { id, patch } = write;
    return this.#change(write, 'update', patch, visitor =>
      this.#given.changer.update(id, patch, visitor.asker),
    );
  }

  delete(write: WriteOne & { confirm: string }): Promise<EnvironmentRecord> {
    const { id, confirm } = write;
    return this.#change(write, 'delete', { confirm }, visitor =>
      this.#given.changer.remove(id, confirm, visitor.asker),
    );
  }

  operate(
    write: WriteOne & { operation: 'sleep' | 'wake' },
  ): Promise<EnvironmentRecord> {
    const { id, operation } = write;
    return this.#change(write, operation, {}, visitor =>
      this.#given.changer.operate(id, operation, visitor.asker),
    );
  }

  retry(write: WriteOne): Promise<EnvironmentRecord> {
    return this.#change(write, 'retry', {}, visitor =>
      this.#given.changer.retry(write.id, visitor.asker),
    );
  }

  cancel(write: WriteOne): Promise<EnvironmentRecord> {
    return this.#change(write, 'cancel', {}, visitor =>
      this.#given.changer.cancel(write.id, visitor.asker),
    );
  }

  extend(write: WriteOne & { expiresAt: string }): Promise<EnvironmentRecord> {
    const { id, expiresAt } = write;
    return this.#change(write, 'extend', { expiresAt }, visitor =>
      this.#given.changer.extend(id, expiresAt, visitor.asker),
    );
  }

  /** For those who may change limits. */
  pin(
    write: WriteOne & { request: { pinned: boolean; why?: string } },
  ): Promise<EnvironmentRecord> {
    const { id, request } = write;
    return this.#change(
      write,
      'pin',
      request,
      visitor => this.#given.changer.pin(id, request, visitor.asker),
      'quota-manage',
    );
  }

  resync(
    write: WriteOne & { request: ResyncRequest },
  ): Promise<EnvironmentRecord> {
    const { id, request } = write;
    return this.#change(
      write,
      'resync',
      { changes: request.changes.length, revision: request.revision },
      visitor => this.#given.changer.resync(id, request, visitor.asker),
    );
  }

  /** Values are neither on record nor kept for the same key. */
  giveSecret(
    write: WriteOne & { name: string; values: SecretValues['values'] },
  ): Promise<EnvironmentRecord> {
    const { id, name, values } = write;
    return this.#change(
      { ...write, idempotencyKey: undefined },
      'give-secret',
      { name },
      visitor =>
        this.#given.changer.giveSecret(id, name, values, visitor.asker),
    );
  }

  async #change(
    write: WriteOne,
    action: string,
    asked: object,
    change: (visitor: Visitor) => Promise<StoredEnvironment>,
    verb: EnvironmentsVerb = 'env-manage',
  ): Promise<EnvironmentRecord> {
    const visitor = await this.#enter(write);
    const environment = await visitor.find(write.id);
    const event: AuditEvent = {
      ...eventOf(write, verb, environment.specification, environment),
      object: objectOf(environment),
      after: { action, ...maskSettings(asked) } as JsonObject,
    };
    await this.#refusalOnRecord(event, () => visitor.demand(verb, environment));
    return this.#once(write, visitor, [action, write.id, asked], () =>
      runAudited(this.#given.audit, event, async () => ({
        result: await this.#record(visitor, await change(visitor)),
      })),
    );
  }

  async #enter({ credentials }: Write): Promise<Visitor> {
    if (!this.#given.changesAllowed) {
      throw new NotAllowedError(
        'Environments cannot be changed while permission.enabled is not true, because nobody would be held to any right',
      );
    }
    return this.#given.gate.enter(credentials);
  }

  async #refusalOnRecord<T>(
    event: AuditEvent,
    demand: () => Promise<T>,
  ): Promise<T> {
    try {
      return await demand();
    } catch (error) {
      if (error instanceof NotAllowedError) {
        await this.#given.audit.refused(event, error.message);
      }
      throw error;
    }
  }

  async #once(
    { idempotencyKey }: Write,
    { asker }: Visitor,
    request: readonly unknown[],
    answer: () => Promise<EnvironmentRecord>,
  ): Promise<EnvironmentRecord> {
    if (idempotencyKey === undefined) {
      return answer();
    }
    const digest = createHash('sha256')
      .update(JSON.stringify(request))
      .digest('base64url');
    const text = await this.#given.store.once(
      `${asker.ref} ${idempotencyKey}`,
      digest,
      async () => JSON.stringify(await answer()),
    );
    return JSON.parse(text) as EnvironmentRecord;
  }

  #record(
    visitor: Visitor,
    environment: StoredEnvironment,
  ): Promise<EnvironmentRecord> {
    return this.#given.records.build(environment, visitor.verbs(environment));
  }
}

function eventOf(
  { credentials, requestId }: Write,
  verb: EnvironmentsVerb,
  { domain, why }: Pick<Specification, 'domain' | 'why'>,
  place: { readonly cluster: string; readonly namespace?: string },
): AuditEvent {
  return {
    credentials,
    verb: `environments.${verb}`,
    domains: [domain],
    environment: {
      cluster: place.cluster,
      ...(place.namespace ? { namespace: place.namespace } : {}),
    },
    ...(why ? { why } : {}),
    requestId,
  };
}

function objectOf({ id, name }: StoredEnvironment): AuditEvent['object'] {
  return { kind: 'Environment', name, uid: id };
}
