import { at, isObject, KubernetesObject, objectKey } from '../../objects';
import { BaselineIndex } from './BaselineIndex';
import { isGroupOf, pullSecretsOf } from './accounts';
import { podReferences, Reference } from './podReferences';
import { Missing, Needed, NeededSecret, OwnWorkload } from './types';

/** What the control plane or a mesh writes into every namespace by itself. */
const GIVEN_BY_CLUSTER = [
  'kube-root-ca.crt',
  'istio-ca-root-cert',
  'openshift-service-ca.crt',
  'linkerd-identity-trust-roots',
];

/** Roles that OpenShift binds to the accounts of every namespace by itself. */
const BOUND_BY_CLUSTER = [
  'system:image-puller',
  'system:image-builder',
  'system:deployer',
];

const GROUPS: Readonly<Record<string, string>> = {
  SecretProviderClass: 'secrets-store.csi.x-k8s.io',
  ExternalSecret: 'external-secrets.io',
  SecretStore: 'external-secrets.io',
  Role: 'rbac.authorization.k8s.io',
  RoleBinding: 'rbac.authorization.k8s.io',
};

interface Entry {
  readonly object: KubernetesObject;
  readonly by: Set<string>;
}

/** Follows the names that own workloads need through the baseline. */
export class Closure {
  readonly #index: BaselineIndex;
  readonly #customResources: readonly string[];
  readonly #needed = new Map<string, Entry>();
  readonly #missing = new Map<string, { by: Set<string>; one: Missing }>();
  readonly #secrets = new Map<
    string,
    { keys: Set<string>; by: Set<string>; optional: boolean }
  >();
  readonly #clusterRoles = new Set<string>();

  constructor(
    index: BaselineIndex,
    own: readonly OwnWorkload[],
    customResources: readonly string[],
  ) {
    this.#index = index;
    this.#customResources = customResources;
    for (const { workload, template } of own) {
      for (const reference of podReferences(template.spec)) {
        this.#follow(reference, workload.metadata.name);
      }
    }
  }

  /** Everything but Secrets, in a fixed order. */
  get needed(): Needed[] {
    return [...this.#needed.values()].map(({ object, by }) => ({
      object,
      by: [...by],
    }));
  }

  get secrets(): NeededSecret[] {
    return [...this.#secrets].map(([name, { keys, by, optional }]) => ({
      name,
      object: this.#index.get('', 'Secret', name),
      keys: [...keys],
      by: [...by],
      optional,
    }));
  }

  get missing(): Missing[] {
    return [...this.#missing.values()].map(({ one, by }) => ({
      ...one,
      by: [...by],
    }));
  }

  /** Cluster-wide roles that an account of the baseline holds and its copy does not. */
  get clusterRoles(): string[] {
    return [...this.#clusterRoles];
  }

  #follow(reference: Reference, by: string): void {
    const { kind, name, optional } = reference;
    if (GIVEN_BY_CLUSTER.includes(name)) {
      return;
    }
    if (kind === 'Secret') {
      this.#secret(name, by, optional, reference.key);
      return;
    }
    if (kind === 'ServiceAccount') {
      this.#account(name, by);
      return;
    }
    const object = this.#index.get(GROUPS[kind] ?? '', kind, name);
    const allowed =
      kind !== 'SecretProviderClass' || this.#customResources.includes(kind);
    if (object && allowed) {
      this.#add(object, by);
    } else if (!optional) {
      this.#miss(kind, name, by);
    }
  }

  #account(name: string, by: string): void {
    const account = this.#index.get('', 'ServiceAccount', name);
    // Every namespace has a default account; what the baseline's was given beside its name is still needed.
    if (name !== 'default') {
      if (!account) {
        this.#miss('ServiceAccount', name, by);
        return;
      }
      this.#add(account, by);
    }
    for (const secret of pullSecretsOf(account)) {
      this.#secret(secret, by, false);
    }
    for (const binding of this.#index.ofKind('RoleBinding')) {
      if (bindsAccount(binding, name, this.#index.namespace)) {
        this.#binding(binding, by);
      }
    }
  }

  #binding(binding: KubernetesObject, by: string): void {
    const name = String(at(binding, 'roleRef', 'name'));
    if (at(binding, 'roleRef', 'kind') !== 'Role') {
      if (!BOUND_BY_CLUSTER.includes(name)) {
        this.#clusterRoles.add(name);
      }
      return;
    }
    const role = this.#index.get(GROUPS.Role, 'Role', name);
    if (role) {
      this.#add(role, by);
      this.#add(binding, by);
      this.#read(role, by);
    }
  }

  /**
   * Settings that a workload reads from the API and mounts nowhere: those that its role names, and a ConfigMap that is
   * called like the workload, as frameworks look for it.
   */
  #read(role: KubernetesObject, by: string): void {
    const rules = at(role, 'rules');
    for (const rule of Array.isArray(rules) ? rules : []) {
      const resources = textsAt(rule, 'resources');
      const names = textsAt(rule, 'resourceNames');
      if (resources.includes('configmaps')) {
        for (const name of names.length > 0 ? names : [by]) {
          this.#follow({ kind: 'ConfigMap', name, optional: true }, by);
        }
      }
      if (resources.includes('secrets')) {
        names
          .filter(name => this.#index.get('', 'Secret', name))
          .forEach(name => this.#secret(name, by, true));
      }
    }
  }

  #secret(name: string, by: string, optional: boolean, key?: string): void {
    const maker = this.#makerOf(name);
    if (maker) {
      this.#add(maker, by);
      this.#store(maker, by);
      return;
    }
    const entry = this.#secrets.get(name) ?? {
      keys: new Set<string>(),
      by: new Set<string>(),
      optional: true,
    };
    this.#secrets.set(name, {
      ...entry,
      optional: entry.optional && optional,
    });
    entry.by.add(by);
    if (key) {
      entry.keys.add(key);
    }
  }

  /** The ExternalSecret that makes a Secret, where such may be copied. */
  #makerOf(secret: string): KubernetesObject | undefined {
    return this.#customResources.includes('ExternalSecret')
      ? this.#index
          .ofKind('ExternalSecret')
          .find(
            one =>
              (at(one, 'spec', 'target', 'name') ?? one.metadata.name) ===
              secret,
          )
      : undefined;
  }

  /** The store of an ExternalSecret, with the Secrets by which it signs in. */
  #store(maker: KubernetesObject, by: string): void {
    const reference = at(maker, 'spec', 'secretStoreRef');
    if (at(reference, 'kind') === 'ClusterSecretStore') {
      return;
    }
    const name = String(at(reference, 'name'));
    const store = this.#index.get(GROUPS.SecretStore, 'SecretStore', name);
    if (!store || !this.#customResources.includes('SecretStore')) {
      this.#miss('SecretStore', name, by);
      return;
    }
    this.#add(store, by);
    for (const secret of secretRefsIn(at(store, 'spec', 'provider'))) {
      this.#secret(secret, by, false);
    }
  }

  #add(object: KubernetesObject, by: string): void {
    const key = objectKey(object);
    const entry = this.#needed.get(key) ?? { object, by: new Set<string>() };
    entry.by.add(by);
    this.#needed.set(key, entry);
  }

  #miss(kind: string, name: string, by: string): void {
    const key = `${kind}/${name}`;
    const entry = this.#missing.get(key) ?? {
      one: { kind, name, by: [] },
      by: new Set<string>(),
    };
    entry.by.add(by);
    this.#missing.set(key, entry);
  }
}

function bindsAccount(
  binding: KubernetesObject,
  account: string,
  namespace: string,
): boolean {
  const subjects = at(binding, 'subjects');
  return (
    Array.isArray(subjects) &&
    subjects.some(
      subject =>
        isGroupOf(subject, namespace) ||
        (at(subject, 'kind') === 'ServiceAccount' &&
          at(subject, 'name') === account &&
          (at(subject, 'namespace') ?? namespace) === namespace),
    )
  );
}

function textsAt(value: unknown, field: string): string[] {
  const texts = at(value, field);
  return Array.isArray(texts) ? texts.map(String) : [];
}

/** Names of Secrets anywhere in the settings of a store's provider: each names them in another field. */
function secretRefsIn(value: unknown): string[] {
  if (Array.isArray(value)) {
    return value.flatMap(secretRefsIn);
  }
  if (!isObject(value)) {
    return [];
  }
  return Object.entries(value).flatMap(([field, inner]) =>
    /secretref$|^(accessKeyID|secretAccessKey|sessionToken|clientId|clientSecret|tokenSecret)/i.test(
      field,
    ) && typeof at(inner, 'name') === 'string'
      ? [String(at(inner, 'name'))]
      : secretRefsIn(inner),
  );
}
