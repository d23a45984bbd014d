import { EnvironmentRecord } from '@domaindeck/backstage-plugin-environments-common';

/** An environment of payments in dev-1 that runs pricing and gateway itself. */
export function environmentRecord(
  fields: Partial<EnvironmentRecord> = {},
): EnvironmentRecord {
  return {
    id: 'e-1',
    name: 'night-fares',
    ref: 'dev-1/payments-night-fares',
    domain: 'domain:default/payments',
    cluster: 'dev-1',
    tier: 'development',
    namespace: 'payments-night-fares',
    baseline: 'dev-1/payments-dev',
    state: 'ready',
    creator: 'user:default/dev-one',
    collaborators: [],
    specification: {
      name: 'night-fares',
      domain: 'domain:default/payments',
      cluster: 'dev-1',
      size: 'M',
      expiresIn: 'P3D',
      services: [
        { name: 'pricing', version: '5.3.0-rc1', env: { NIGHT: '1' } },
        { name: 'gateway' },
      ],
    },
    generation: 3,
    createdAt: '2026-11-01T09:00:00.000Z',
    updatedAt: '2026-11-01T09:00:00.000Z',
    expiresAt: '2026-11-04T09:00:00.000Z',
    latestExpiresAt: '2026-11-15T09:00:00.000Z',
    pinned: false,
    services: [
      { name: 'pricing', own: true, health: 'healthy' },
      { name: 'ledger', own: false, health: 'healthy' },
    ],
    addresses: [
      { service: 'gateway', url: 'https://gateway-night-fares.dev.example' },
    ],
    pendingSecrets: [],
    driftCounts: { baselineMoved: 0, edited: 0, both: 0 },
    verbs: ['env-view', 'env-manage'],
    ...fields,
  };
}
