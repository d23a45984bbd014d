import {
  KubernetesObject,
  ManagedFieldsEntry,
} from '../../model/KubernetesObject';
import { FieldSet } from './FieldSet';

/** Who manages fields: somebody who applies, or somebody who writes in any other way. */
export interface ManagerIdentity {
  readonly manager: string;
  readonly operation: ManagedFieldsEntry['operation'];
  readonly subresource?: string;
  readonly apiVersion: string;
}

/** One manager and what it manages. */
export interface Manager extends ManagerIdentity {
  readonly time?: string;
  readonly fields: FieldSet;
}

/** Never part of what anybody manages. */
const UNMANAGED = [
  'creationTimestamp',
  'generation',
  'managedFields',
  'name',
  'namespace',
  'resourceVersion',
  'selfLink',
  'uid',
];

/** The managers of one object, as `metadata.managedFields` keeps them. Never changed, only replaced. */
export class Managers {
  readonly #all: ReadonlyMap<string, Manager>;

  private constructor(all: ReadonlyMap<string, Manager>) {
    this.#all = all;
  }

  static of(managers: readonly Manager[]): Managers {
    return new Managers(
      new Map(
        managers
          .filter(manager => !manager.fields.isEmpty)
          .map(manager => [idOf(manager), manager]),
      ),
    );
  }

  static fromEntries(
    entries: readonly ManagedFieldsEntry[] | undefined,
  ): Managers {
    return Managers.of(
      (entries ?? []).map(({ fieldsType, fieldsV1, manager, ...rest }) => ({
        ...rest,
        manager: manager ?? '',
        fields: FieldSet.fromJson(fieldsV1),
      })),
    );
  }

  /** In the server's order: who applies first, the older before the newer. */
  toEntries(): ManagedFieldsEntry[] {
    return [...this.#all.values()]
      .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
      .map(({ fields, manager, ...rest }) => ({
        ...(manager && { manager }),
        ...rest,
        fieldsType: 'FieldsV1',
        fieldsV1: fields.toJson(),
      }));
  }

  get isEmpty(): boolean {
    return this.#all.size === 0;
  }

  find(identity: ManagerIdentity): Manager | undefined {
    return this.#all.get(idOf(identity));
  }

  /** All but one. */
  others(identity: ManagerIdentity): Manager[] {
    const id = idOf(identity);
    return [...this.#all.values()].filter(manager => idOf(manager) !== id);
  }

  /** Everything that anybody manages. */
  allFields(): FieldSet {
    return [...this.#all.values()].reduce(
      (sum, { fields }) => sum.union(fields),
      FieldSet.empty,
    );
  }
}

/** The object with what its managers manage. */
export function withManagers(
  object: KubernetesObject,
  managers: Managers,
): KubernetesObject {
  const { managedFields, ...metadata } = object.metadata;
  return {
    ...object,
    metadata: managers.isEmpty
      ? metadata
      : { ...metadata, managedFields: managers.toEntries() },
  };
}

/** Without what the server alone decides on. */
export function manageable(fields: FieldSet): FieldSet {
  const root = fields.without('f:apiVersion').without('f:kind');
  return UNMANAGED.reduce(
    (rest, field) => rest.without('f:metadata', `f:${field}`),
    root,
  ).minus(FieldSet.of(false, [['f:metadata', FieldSet.leaf]]));
}

function idOf(identity: ManagerIdentity): string {
  return `${identity.operation}/${identity.manager}/${
    identity.subresource ?? ''
  }`;
}

function sortKey(manager: Manager): string {
  const { operation, time = '', manager: name, subresource = '' } = manager;
  return [operation, time, name, subresource].join('\n');
}
