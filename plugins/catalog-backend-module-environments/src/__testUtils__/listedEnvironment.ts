import { ListedEnvironment } from '../environments/types';

/** An environment of payments in dev-1 that runs pricing itself and takes the ledger from the baseline. */
export function listedEnvironment(
  fields: Partial<ListedEnvironment> = {},
): ListedEnvironment {
  const name = fields.name ?? 'night-fares';
  return {
    id: 'e-1',
    name,
    domain: 'domain:default/payments',
    cluster: 'dev-1',
    tier: 'development',
    baseline: 'dev-1/payments-dev',
    creator: 'user:default/dev-one',
    owner: 'group:default/checkout-engineering',
    expiresAt: '2026-11-30T09:00:00.000Z',
    specification: {
      name,
      domain: 'domain:default/payments',
      cluster: 'dev-1',
      size: 'M',
      expiresIn: 'P3D',
      services: [{ name: 'pricing', version: '5.3.0-rc1' }],
      why: 'Fares at night',
    },
    services: [
      { name: 'pricing', own: true, health: 'healthy' },
      { name: 'ledger', own: false, health: 'healthy' },
      { name: 'price-cache', own: true, health: 'healthy' },
    ],
    addresses: [
      { service: 'gateway', url: 'https://gateway-night-fares.dev.example' },
    ],
    ...fields,
  };
}
