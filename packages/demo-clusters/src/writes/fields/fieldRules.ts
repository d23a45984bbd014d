/** How the values of one place merge. Without a rule maps merge field by field, and lists are taken as a whole. */
export interface FieldRule {
  /** Taken as a whole, though it is a map. */
  readonly atomic?: true;
  readonly fields?: Readonly<Record<string, FieldRule>>;
  /** Of a list that merges: by the fields that tell its items apart, or by the items themselves. */
  readonly list?: ListRule;
}

/** A list whose items live lives of their own. */
export interface ListRule {
  /** Names of the fields; none in a list of plain values that is a set. The first one is that of strategic merge patches. */
  readonly keys: readonly string[];
  readonly item: FieldRule;
}

/** What the real server fills in for a key that an item leaves out. */
export const KEY_DEFAULTS: Readonly<Record<string, string>> = {
  protocol: 'TCP',
};

/** The rule of everything that has none. */
export const PLAIN: FieldRule = {};

const whole: FieldRule = { atomic: true };

function listBy(keys: readonly string[], item: FieldRule = PLAIN): FieldRule {
  return { list: { keys, item } };
}

const metadata: FieldRule = {
  fields: {
    finalizers: listBy([]),
    ownerReferences: listBy(['uid'], whole),
  },
};

const container: FieldRule = {
  fields: {
    env: listBy(['name'], {
      fields: {
        valueFrom: {
          fields: {
            configMapKeyRef: whole,
            fieldRef: whole,
            resourceFieldRef: whole,
            secretKeyRef: whole,
          },
        },
      },
    }),
    ports: listBy(['containerPort', 'protocol']),
    resources: { fields: { claims: listBy(['name']) } },
    volumeDevices: listBy(['devicePath']),
    volumeMounts: listBy(['mountPath']),
  },
};

const podSpec: FieldRule = {
  fields: {
    containers: listBy(['name'], container),
    ephemeralContainers: listBy(['name'], container),
    hostAliases: listBy(['ip']),
    imagePullSecrets: listBy(['name'], whole),
    initContainers: listBy(['name'], container),
    nodeSelector: whole,
    resourceClaims: listBy(['name']),
    schedulingGates: listBy(['name']),
    topologySpreadConstraints: listBy(['topologyKey', 'whenUnsatisfiable'], {
      fields: { labelSelector: whole },
    }),
    volumes: listBy(['name']),
  },
};

const template: FieldRule = { fields: { metadata, spec: podSpec } };

const workload: FieldRule = { fields: { selector: whole, template } };

const byKind: Readonly<Record<string, FieldRule>> = {
  CronJob: {
    fields: {
      jobTemplate: { fields: { metadata, spec: workload } },
    },
  },
  DaemonSet: workload,
  Deployment: workload,
  Job: workload,
  NetworkPolicy: { fields: { podSelector: whole } },
  PersistentVolumeClaim: {
    fields: { selector: whole, dataSource: whole },
  },
  Pod: podSpec,
  PodDisruptionBudget: { fields: { selector: whole } },
  ReplicaSet: workload,
  ResourceQuota: { fields: { scopeSelector: whole } },
  Service: {
    fields: { ports: listBy(['port', 'protocol']), selector: whole },
  },
  StatefulSet: workload,
};

const status: FieldRule = { fields: { conditions: listBy(['type']) } };

/** The rule of a kind's objects, after the merge keys that the real server publishes in its OpenAPI document. */
export function rulesOf(kind: string): FieldRule {
  return {
    fields: {
      metadata,
      spec: byKind[kind] ?? PLAIN,
      // The conditions of a job are a list like any other.
      status: kind === 'Job' ? PLAIN : status,
      ...(kind === 'RoleBinding' && { roleRef: whole }),
      ...(kind === 'ServiceAccount' && { secrets: listBy(['name'], whole) }),
    },
  };
}

/** The rule of a field of a map. */
export function ruleOfField(rule: FieldRule, field: string): FieldRule {
  return rule.fields?.[field] ?? PLAIN;
}
