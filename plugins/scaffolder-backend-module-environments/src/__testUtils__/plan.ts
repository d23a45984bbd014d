import { Plan } from '@domaindeck/backstage-plugin-environments-common';
import { environmentRecord } from './environmentRecord';

/** The plan of the environment of {@link environmentRecord}. */
export function plan(fields: Partial<Plan> = {}): Plan {
  return {
    specification: environmentRecord().specification,
    namespace: 'payments-night-fares',
    baseline: 'dev-1/payments-dev',
    expiresAt: '2026-11-04T09:00:00.000Z',
    services: [
      {
        name: 'pricing',
        kind: 'Deployment',
        version: '5.3.0-rc1',
        replicas: 1,
        paused: false,
        chosen: true,
      },
    ],
    shared: [{ name: 'ledger', address: 'ledger.payments-dev', store: false }],
    objects: [],
    callers: [],
    addresses: [
      {
        service: 'gateway',
        host: 'gateway-night-fares.dev.example',
        url: 'https://gateway-night-fares.dev.example',
        given: true,
      },
    ],
    warnings: [
      {
        code: 'shared-data',
        severity: 'danger',
        message: 'Writes reach the data of the baseline.',
        parts: {},
        service: 'ledger-db',
      },
    ],
    pendingSecrets: [],
    size: {
      name: 'M',
      cores: 4,
      memory: 8 * 2 ** 30,
      requested: { cores: 0.5, memory: 2 ** 29, pods: 1 },
    },
    quota: { person: { used: 1 }, domain: { used: 1 } },
    creatable: true,
    ...fields,
  };
}
