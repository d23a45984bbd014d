import {
  DriftState,
  EnvironmentHealth,
  EnvironmentRecord,
  ServiceStatus,
} from '@domaindeck/backstage-plugin-environments-common';

/**
 * A ready environment of the payments domain in dev-1, with what a test cares about laid over it.
 * @public
 */
export function anEnvironmentRecord(options: {
  readonly name: string;
  readonly creator: string;
  /** RFC 3339. */
  readonly createdAt: string;
  /** RFC 3339. */
  readonly expiresAt: string;
  /** Versions of the baseline by service. */
  readonly versions: Readonly<Record<string, string>>;
  readonly part: {
    /** Versions of own services. */
    readonly own: Readonly<Record<string, string>>;
    readonly size: string;
    readonly perDay: number;
    readonly drift?: Readonly<Record<string, DriftState>>;
    readonly health?: Readonly<Record<string, EnvironmentHealth>>;
    /** The service to which the address leads. */
    readonly address?: string;
    readonly why?: string;
    readonly record: Partial<EnvironmentRecord>;
  };
}): EnvironmentRecord {
  const { name, creator, createdAt, expiresAt, versions, part } = options;
  const drift = Object.values(part.drift ?? {});
  const count = (state: DriftState) =>
    drift.filter(one => one === state).length;
  return {
    id: `e-${name}`,
    name,
    ref: `dev-1/payments-${name}`,
    domain: 'domain:default/payments',
    cluster: 'dev-1',
    tier: 'development',
    namespace: `payments-${name}`,
    baseline: 'dev-1/payments-dev',
    state: 'ready',
    creator,
    collaborators: [],
    specification: {
      name,
      domain: 'domain:default/payments',
      cluster: 'dev-1',
      size: part.size,
      expiresIn: 'P3D',
      services: Object.entries(part.own).map(([service, version]) => ({
        name: service,
        ...(version === versions[service] ? {} : { version }),
      })),
      ...(part.why ? { why: part.why } : {}),
    },
    generation: 1,
    createdAt,
    updatedAt: createdAt,
    readyAt: createdAt,
    expiresAt,
    latestExpiresAt: new Date(
      Date.parse(createdAt) + 14 * 86_400_000,
    ).toISOString(),
    pinned: false,
    services: Object.keys(versions).map(
      (service): ServiceStatus =>
        service in part.own
          ? {
              name: service,
              own: true,
              kind: 'Deployment',
              version: part.own[service],
              baselineVersion: versions[service],
              replicas: service === 'notifier' ? 0 : 1,
              ready: service === 'notifier' ? 0 : 1,
              paused: service === 'notifier',
              health:
                part.health?.[service] ??
                (service === 'notifier' ? 'suspended' : 'healthy'),
              drift: part.drift?.[service] ?? 'same',
            }
          : {
              name: service,
              own: false,
              version: versions[service],
              health: service === 'ledger' ? 'progressing' : 'healthy',
            },
    ),
    addresses: part.address
      ? [
          {
            service: part.address,
            url: `https://${part.address}-${name}.dev.example`,
          },
        ]
      : [],
    pendingSecrets: [],
    driftCounts: {
      baselineMoved: count('baseline-moved'),
      edited: count('edited'),
      both: count('both'),
    },
    sizeUse: 0.38,
    cost: {
      currency: 'CNY',
      perDay: part.perDay,
      soFar: part.perDay,
    },
    asOf: createdAt,
    verbs: [],
    ...part.record,
  };
}
