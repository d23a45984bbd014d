import { at, isObject, KubernetesObject, podTemplateOf } from '../../objects';

/** Where a name of DNS leads: a Service in a namespace, perhaps a single pod behind it. */
export interface Target {
  readonly namespace: string;
  readonly service: string;
}

const DOMAIN = 'svc.cluster.local';

/**
 * The names that a cluster's DNS would answer for some namespaces, by the rules of Kubernetes: Services, pods of
 * StatefulSets behind headless ones, aliases. Addresses of Services and hosts of an Ingress lead to the same.
 */
export class ClusterNames {
  readonly #records = new Map<string, Target | { readonly alias: string }>();

  /** @param objects - each with its namespace */
  constructor(objects: readonly KubernetesObject[]) {
    for (const object of objects) {
      if (object.kind === 'Service') {
        this.#service(object, objects);
      }
      if (object.kind === 'Ingress') {
        this.#hosts(object);
      }
    }
  }

  /** Where a name leads that a pod asks for; undefined where nobody answers. */
  resolve(name: string, searches: readonly string[]): Target | undefined {
    const plain = name.replace(/\.$/, '');
    const found = [...searches.map(one => `${plain}.${one}`), plain].find(one =>
      this.#records.has(one),
    );
    const record = found && this.#records.get(found);
    if (!record) {
      return undefined;
    }
    return 'alias' in record ? this.resolve(record.alias, []) : record;
  }

  #service(service: KubernetesObject, objects: readonly KubernetesObject[]) {
    const { name, namespace = '' } = service.metadata;
    const host = `${name}.${namespace}.${DOMAIN}`;
    const external = at(service, 'spec', 'externalName');
    const target = { namespace, service: name };
    this.#records.set(
      host,
      typeof external === 'string' ? { alias: external } : target,
    );
    const address = at(service, 'spec', 'clusterIP');
    if (typeof address === 'string' && /\d/.test(address)) {
      this.#records.set(address, target);
    }
    if (address === 'None') {
      for (const set of objects.filter(
        one =>
          one.kind === 'StatefulSet' &&
          one.metadata.namespace === namespace &&
          at(one, 'spec', 'serviceName') === name,
      )) {
        const count = Number(at(set, 'spec', 'replicas') ?? 1);
        for (let index = 0; index < count; index += 1) {
          this.#records.set(`${set.metadata.name}-${index}.${host}`, target);
        }
      }
    }
  }

  #hosts(ingress: KubernetesObject) {
    const rules = at(ingress, 'spec', 'rules');
    for (const rule of Array.isArray(rules) ? rules : []) {
      const paths = at(rule, 'http', 'paths');
      const root = (Array.isArray(paths) ? paths : [])[0];
      const name = at(root, 'backend', 'service', 'name');
      const host = at(rule, 'host');
      if (typeof host === 'string' && !this.#records.has(host)) {
        this.#records.set(host, {
          namespace: ingress.metadata.namespace ?? '',
          service: String(name),
        });
      }
    }
  }
}

/** Where a pod looks for names. */
export function searchesOf(
  workload: KubernetesObject,
  namespace: string,
): string[] {
  const spec = podTemplateOf(workload)!.spec;
  const own = spec.dnsConfig?.searches ?? [];
  return spec.dnsPolicy === 'None'
    ? own
    : [`${namespace}.${DOMAIN}`, DOMAIN, 'cluster.local', ...own];
}

/** Every text of a pod and of the ConfigMaps that it reads, by where it stands. */
export function textsOf(
  workload: KubernetesObject,
  objects: readonly KubernetesObject[],
): Map<string, string> {
  const { spec } = podTemplateOf(workload)!;
  const { namespace = '', name } = workload.metadata;
  const texts = new Map<string, string>();
  const all = [...(spec.initContainers ?? []), ...spec.containers];
  for (const container of all) {
    const variables = new Map<string, string>();
    for (const { name: variable, value, valueFrom } of container.env ?? []) {
      const path = at(valueFrom, 'fieldRef', 'fieldPath');
      if (path === 'metadata.namespace') {
        variables.set(variable, namespace);
      } else if (path === 'metadata.name') {
        variables.set(variable, `${name}-0`);
      } else if (value !== undefined && !/NAMESPACES?$/.test(variable)) {
        // A namespace may be called like a Service, and is no name of DNS.
        texts.set(`${container.name}/${variable}`, value);
        variables.set(variable, value);
      }
    }
    const expand = (text: string) =>
      text.replace(/\$\((\w+)\)/g, (whole, one) => variables.get(one) ?? whole);
    for (const [place, text] of texts) {
      texts.set(place, expand(text));
    }
    commandsIn(container).forEach((text, index, words) => {
      if (!/namespace(=|$)/.test(`${words[index - 1]} ${text}`)) {
        texts.set(`${container.name}/${index}`, expand(text));
      }
    });
  }
  const read = new Set(configMapsIn(spec));
  for (const one of objects) {
    if (one.kind === 'ConfigMap' && read.has(one.metadata.name)) {
      Object.entries((one.data ?? {}) as Record<string, string>).forEach(
        ([key, text]) => texts.set(`${one.metadata.name}/${key}`, text),
      );
    }
  }
  return texts;
}

function commandsIn(value: unknown): string[] {
  if (Array.isArray(value)) {
    return value.flatMap(commandsIn);
  }
  if (!isObject(value)) {
    return [];
  }
  return Object.entries(value).flatMap(([field, inner]) =>
    (field === 'command' || field === 'args') && Array.isArray(inner)
      ? inner.map(String)
      : commandsIn(inner),
  );
}

function configMapsIn(value: unknown): string[] {
  if (Array.isArray(value)) {
    return value.flatMap(configMapsIn);
  }
  if (!isObject(value)) {
    return [];
  }
  return Object.entries(value).flatMap(([field, inner]) =>
    /^configMap(Ref|KeyRef)?$/.test(field) && isObject(inner)
      ? [String(inner.name)]
      : configMapsIn(inner),
  );
}
