import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  LABEL_ENVIRONMENT,
  LABEL_ROLE,
  MANAGED_BY,
  SecretValues,
} from '@domaindeck/backstage-plugin-environments-common';
import { LABEL_ENVIRONMENT_ID } from '@domaindeck/backstage-plugin-workloads-common';
import { DomainSource } from '../domains';
import { labelValue } from '../objects';
import { PlanSource } from '../planning';
import { guardEnvironment } from '../reconciler';
import { StoredEnvironment } from '../store/types';
import { AskedChange } from './changes';

/** Puts values that people give straight into the cluster. Nothing here keeps, logs or tells them. */
export class SecretGiver {
  readonly #plans: PlanSource;
  readonly #domains: DomainSource;

  static create(options: {
    plans: PlanSource;
    domains: DomainSource;
  }): SecretGiver {
    return new SecretGiver(options);
  }

  private constructor(options: { plans: PlanSource; domains: DomainSource }) {
    this.#plans = options.plans;
    this.#domains = options.domains;
  }

  /** @throws NotFoundError for a secret that is not asked for, InputError for keys that are missing */
  async give(
    environment: StoredEnvironment,
    name: string,
    values: SecretValues['values'],
  ): Promise<void> {
    const asked = environment.seen.pendingSecrets.find(
      one => one.name === name,
    );
    if (!asked) {
      throw new NotFoundError(
        `The environment "${environment.name}" asks for no secret "${name}"`,
      );
    }
    const missing = asked.keys.filter(key => !Object.hasOwn(values, key));
    if (missing.length > 0) {
      throw new InputError(
        `The secret "${name}" also needs ${missing.join(', ')}`,
      );
    }
    const driver = this.#plans.driver(environment.cluster);
    const isThere = await guardEnvironment(
      { domains: this.#domains },
      environment,
      driver,
    );
    if (!isThere) {
      throw new ConflictError(
        `The environment "${environment.name}" has no place in the cluster yet; try again in a moment`,
      );
    }
    await driver.putSecret(
      {
        apiVersion: 'v1',
        kind: 'Secret',
        type: asked.type ?? 'Opaque',
        metadata: {
          name,
          namespace: environment.namespace,
          labels: {
            'app.kubernetes.io/managed-by': MANAGED_BY,
            [LABEL_ENVIRONMENT_ID]: environment.id,
            [LABEL_ENVIRONMENT]: labelValue(environment.name),
            [LABEL_ROLE]: 'generated',
          },
        },
      },
      values,
    );
  }

  /** What is written once a secret was given: with the last one the work goes on. */
  given(environment: StoredEnvironment, name: string): AskedChange {
    const givenSecrets = [...new Set([...environment.givenSecrets, name])];
    const open = environment.seen.pendingSecrets.some(
      one => !givenSecrets.includes(one.name),
    );
    const goesOn = environment.state === 'needs-secrets' && !open;
    return {
      change: {
        fields: {
          givenSecrets,
          ...(goesOn ? { state: 'provisioning' as const } : {}),
        },
      },
      wish: goesOn,
    };
  }
}
