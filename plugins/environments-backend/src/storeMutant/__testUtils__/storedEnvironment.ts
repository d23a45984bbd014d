import { StoredEnvironment } from '../types';

/** An environment as it is asked for, with other values where they are given. */
export function storedEnvironment(
  id: string,
  more: Partial<StoredEnvironment> = {},
): Omit<StoredEnvironment, 'version' | 'wish'> {
  const createdAt = Date.UTC(2026, 11, 1, 9);
  const expiresAt = createdAt + 3 * 86_400_000;
  const name = more.name ?? id;
  return {
    id,
    name,
    domain: 'domain:default/payments',
    cluster: 'dev-1',
    tier: 'development',
    namespace: `payments-${name}`,
    baseline: 'dev-1/payments-dev',
    state: 'requested',
    operation: 'create',
    creator: 'user:default/ann',
    owner: 'group:default/team-payments',
    collaborators: [],
    specification: {
      name,
      domain: 'domain:default/payments',
      cluster: 'dev-1',
      size: 'S',
      expiresIn: 'P3D',
      services: [{ name: 'pricing', version: '1.4.2' }],
    },
    generation: 1,
    createdAt,
    updatedAt: createdAt,
    expiresAt,
    pinned: false,
    awakeMs: 0,
    seen: {
      services: [],
      addresses: [],
      pendingSecrets: [],
      driftCounts: { baselineMoved: 0, edited: 0, both: 0 },
      requested: { cores: 0, memory: 0 },
    },
    givenSecrets: [],
    notices: { expiresAt, sent: [] },
    dueAt: createdAt,
    ...more,
  };
}
