import {
  GrantChange,
  GrantInput,
  GrantPatch,
  GrantRecord,
  Preview,
} from '@domaindeck/backstage-plugin-access-common';
import { Caller } from '../rights/types';

/** What every change of a grant carries. */
export interface GrantWrite {
  readonly credentials: Caller;
  readonly requestId: string;
  readonly idempotencyKey?: string;
}

/** Gives, changes and ends grants. */
export interface GrantsService {
  /**
   * @throws NotFoundError when the caller views nothing of the entity's domain
   * @throws NotAllowedError without an entity, for who may not change grants of all domains
   */
  list(request: {
    readonly credentials: Caller;
    readonly entity?: string;
    readonly ended: boolean;
  }): Promise<{ items: GrantRecord[] }>;
  /**
   * The three changes throw InputError naming the field that is wrong; NotFoundError for what the caller may not know
   * of; NotAllowedError for what is not the caller's to change or must not be done; ConflictError for a grant that has
   * changed since.
   */
  create(
    request: GrantWrite & { readonly grant: GrantInput },
  ): Promise<GrantRecord>;
  update(
    request: GrantWrite & { readonly id: string; readonly patch: GrantPatch },
  ): Promise<GrantRecord>;
  delete(
    request: GrantWrite & { readonly id: string; readonly why?: string },
  ): Promise<void>;
  /** @throws NotFoundError when the caller views nothing of the entity's domain */
  preview(request: {
    readonly credentials: Caller;
    readonly entity: string;
    readonly change: GrantChange;
  }): Promise<Preview>;
}
