import { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import {
  ANNOTATION_EXPIRES_AT,
  ANNOTATION_PINNED,
  ResyncRequest,
  SecretValues,
  SpecificationPatch,
} from '@domaindeck/backstage-plugin-environments-common';
import { applyResync } from '../clone';
import { EnvironmentsOptions } from '../config/types';
import { PlanSource, questionOf } from '../planning';
import { EnvironmentStore, StoredEnvironment } from '../store/types';
import {
  askCancel,
  askExtend,
  askOperation,
  askPin,
  askRetry,
  askUpdate,
  patched,
} from './changes';
import { DriftService } from './DriftService';
import {
  checkedSpecification,
  refuseBlocked,
  SpecificationError,
} from './errors';
import { RecordWriter } from './RecordWriter';
import { SecretGiver } from './SecretGiver';
import { maxLifeOf } from './toRecord';
import { Asker } from './types';

/** What {@link EnvironmentChanger} needs. */
export interface EnvironmentChangerOptions {
  readonly drift: DriftService;
  readonly logger: LoggerService;
  readonly options: EnvironmentsOptions;
  readonly plans: PlanSource;
  readonly secrets: SecretGiver;
  readonly store: EnvironmentStore;
  readonly writer: RecordWriter;
  readonly now: () => number;
}

/** Everything that people change. Who may do so was asked before. */
export class EnvironmentChanger {
  readonly #given: EnvironmentChangerOptions;

  static create(options: EnvironmentChangerOptions): EnvironmentChanger {
    return new EnvironmentChanger(options);
  }

  private constructor(options: EnvironmentChangerOptions) {
    this.#given = options;
  }

  /** @throws ConflictError for another generation, SpecificationError, PlanBlockedError */
  async update(
    id: string,
    patch: SpecificationPatch,
    asker: Asker,
  ): Promise<StoredEnvironment> {
    const environment = await this.#given.writer.find(id);
    await this.#refuseOutdated(environment, patch.generation);
    const specification = checkedSpecification(
      patched(environment.specification, patch),
    );
    const material = await this.#given.store.material(id);
    const { plan } = await this.#given.plans.plan({
      ...questionOf(environment, material?.snapshot),
      specification,
    });
    refuseBlocked(plan.warnings);
    return this.#given.writer.change(
      id,
      asker,
      now => {
        if (now.generation !== environment.generation) {
          throw new ConflictError(
            `Somebody else changed "${now.name}" at the same moment; look at it and try again`,
          );
        }
        return askUpdate(now, specification);
      },
      {
        kind: 'changed',
        message: 'Changed',
        parts: {
          fields: Object.keys(patch).filter(one => one !== 'generation'),
        },
      },
    );
  }

  /** @throws ConflictError when its state takes none */
  operate(
    id: string,
    operation: 'sleep' | 'wake',
    asker: Asker,
  ): Promise<StoredEnvironment> {
    return this.#given.writer.change(
      id,
      asker,
      environment => askOperation(environment, operation),
      operation === 'sleep'
        ? { kind: 'slept', message: 'Put to sleep', parts: {} }
        : { kind: 'woken', message: 'Woken', parts: {} },
    );
  }

  /** Lets one fall asleep that is as it was read. */
  async fallAsleep(environment: StoredEnvironment): Promise<void> {
    const { sleepWhenUnused = '' } = environment.specification;
    await this.#given.writer.changeAlone(
      environment,
      askOperation(environment, 'sleep'),
      {
        kind: 'slept',
        message: 'Fell asleep, because nobody used it',
        parts: { unused: sleepWhenUnused },
      },
    );
  }

  /** @param confirm - the name, as typed */
  async remove(
    id: string,
    confirm: string,
    asker: Asker,
  ): Promise<StoredEnvironment> {
    const { name } = await this.#given.writer.find(id);
    if (confirm !== name) {
      throw new SpecificationError([
        {
          path: 'confirm',
          code: 'name-differs',
          message: `"${confirm}" is not the name of the environment.`,
        },
      ]);
    }
    return this.#given.writer.change(
      id,
      asker,
      environment => askOperation(environment, 'delete'),
      { kind: 'deleted', message: 'Deleted', parts: {} },
    );
  }

  /** @throws ConflictError for one that was ready */
  cancel(id: string, asker: Asker): Promise<StoredEnvironment> {
    return this.#given.writer.change(id, asker, askCancel, {
      kind: 'cancelled',
      message: 'Cancelled',
      parts: {},
    });
  }

  /** @throws ConflictError for one that did not stop */
  async retry(id: string, asker: Asker): Promise<StoredEnvironment> {
    const steps = await this.#given.store.steps(id);
    return this.#given.writer.change(
      id,
      asker,
      environment => askRetry(environment, steps),
      { kind: 'retried', message: 'Tried again', parts: {} },
    );
  }

  /** @param expiresAt - RFC 3339 */
  async extend(
    id: string,
    expiresAt: string,
    asker: Asker,
  ): Promise<StoredEnvironment> {
    const { options, now } = this.#given;
    const environment = await this.#given.writer.change(id, asker, one =>
      askExtend(one, Date.parse(expiresAt), {
        maxLifeMs: maxLifeOf(one, options),
        noticesMs: options.noticesMs,
        now: now(),
      }),
    );
    await this.#annotateEnd(environment);
    return environment;
  }

  async pin(
    id: string,
    request: { readonly pinned: boolean; readonly why?: string },
    asker: Asker,
  ): Promise<StoredEnvironment> {
    const { options, now } = this.#given;
    const written = await this.#given.writer.change(
      id,
      asker,
      environment =>
        askPin(environment, request.pinned, {
          noticesMs: options.noticesMs,
          now: now(),
        }),
      {
        kind: request.pinned ? 'pinned' : 'unpinned',
        ...(request.why ? { why: request.why } : {}),
        message: request.pinned ? 'Kept beyond its end' : 'Ends again',
        parts: {},
      },
    );
    await this.#annotateEnd(written);
    return written;
  }

  /** Values go straight into the cluster. @throws InputError for a secret that is not asked for, or keys that are missing */
  async giveSecret(
    id: string,
    name: string,
    values: SecretValues['values'],
    asker: Asker,
  ): Promise<StoredEnvironment> {
    const before = await this.#given.writer.find(id);
    await this.#given.secrets.give(before, name, values);
    return this.#given.writer.change(
      id,
      asker,
      environment => this.#given.secrets.given(environment, name),
      { kind: 'secret-given', message: `Gave ${name}`, parts: { name } },
    );
  }

  /** @throws ConflictError when the baseline moved on since the drift was shown */
  async resync(
    id: string,
    request: ResyncRequest,
    asker: Asker,
  ): Promise<StoredEnvironment> {
    const environment = await this.#given.writer.find(id);
    const { input, drift, material } = await this.#given.drift.compare(
      environment,
    );
    if (drift.revision !== request.revision) {
      throw new ConflictError(
        'Something changed since this was shown; look at it again',
      );
    }
    const resynced = applyResync(input, request.changes);
    return this.#given.writer.change(
      id,
      asker,
      now => {
        const asked = askUpdate(now, resynced.specification);
        return {
          ...asked,
          change: {
            ...asked.change,
            material: { ...material, snapshot: resynced.snapshot },
          },
        };
      },
      {
        kind: 'resynced',
        message: 'Took changes of the baseline',
        parts: { changes: resynced.taken.length },
      },
    );
  }

  async #refuseOutdated(
    environment: StoredEnvironment,
    generation: number | undefined,
  ): Promise<void> {
    if (generation === undefined || generation === environment.generation) {
      return;
    }
    const { items } = await this.#given.store.history(environment.id, {
      limit: 50,
    });
    const last = items.find(
      one => one.kind === 'changed' || one.kind === 'resynced',
    );
    throw new ConflictError(
      `"${environment.name}" was changed${
        last?.who ? ` by ${last.who}` : ''
      } since you read it; look at it and try again`,
    );
  }

  /** So that a record that is rebuilt from the cluster has the same end. The record leads: a failure loses nothing. */
  async #annotateEnd(environment: StoredEnvironment): Promise<void> {
    const { logger, plans } = this.#given;
    try {
      if (environment.namespaceUid) {
        await plans.driver(environment.cluster).patchWorkload(
          {
            group: '',
            version: 'v1',
            kind: 'Namespace',
            name: environment.namespace,
          },
          {
            annotations: {
              [ANNOTATION_EXPIRES_AT]: new Date(
                environment.expiresAt,
              ).toISOString(),
              [ANNOTATION_PINNED]: environment.pinned ? 'true' : undefined,
            },
            spec: {},
          },
        );
      }
    } catch (error) {
      logger.warn(
        `The new end of environment ${environment.id} could not be written on its namespace`,
        error instanceof Error ? error : undefined,
      );
    }
  }
}
