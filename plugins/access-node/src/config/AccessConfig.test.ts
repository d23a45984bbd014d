import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { clusterDefinition } from '@domaindeck/backstage-plugin-workloads-node/testUtils';
import { AccessConfig } from './AccessConfig';

const CLUSTERS = [
  clusterDefinition({ name: 'dev-1', tier: 'development', tags: ['near'] }),
];

const GRANT = {
  subject: 'group:default/team',
  domains: ['domain:default/payments'],
  role: 'viewer',
};

/** A config whose data the test may change. */
function changing(first: JsonObject) {
  const listeners: (() => void)[] = [];
  let reader = new ConfigReader(first);
  const config = new Proxy(reader, {
    get: (_target, name) =>
      name === 'subscribe'
        ? (listener: () => void) => listeners.push(listener)
        : Reflect.get(reader, name).bind(reader),
  });
  return {
    config,
    change: (next: JsonObject) => {
      reader = new ConfigReader(next);
      listeners.forEach(listener => listener());
    },
  };
}

const read = (access: JsonObject, clusters = CLUSTERS) =>
  AccessConfig.fromConfig(new ConfigReader({ access }), clusters, () => {});

describe('AccessConfig', () => {
  it.each<[string, JsonObject]>([
    ['access.grant is unknown', { grant: [] }],
    [
      'access.grants[1].where.clusters[0] names the unknown cluster "dev-2"; known are dev-1',
      { grants: [GRANT, { ...GRANT, where: { clusters: ['dev-2'] } }] },
    ],
    [
      'access.grants[0].where.tiers[1] names the unknown tier "prod"',
      { grants: [{ ...GRANT, where: { tiers: ['development', 'prod'] } }] },
    ],
    [
      'access.grants[0].where.tags[0] names the unknown tag "far"',
      { grants: [{ ...GRANT, where: { tags: ['far'] } }] },
    ],
    [
      'access.grants[0].role names the unknown role "boss"',
      { grants: [{ ...GRANT, role: 'boss' }] },
    ],
  ])('refuses: %s', (message, access) => {
    expect(() => read(access)).toThrow(message);
  });

  it('cannot compare clusters in a process that has none', () => {
    const access = read(
      { grants: [{ ...GRANT, where: { clusters: ['dev-2'] } }] },
      [],
    );
    expect(access.get().grants).toHaveLength(1);
  });

  it('follows changes, and keeps what was right when the new is wrong', () => {
    const { config, change } = changing({ access: { grants: [GRANT] } });
    const problems: unknown[] = [];
    const access = AccessConfig.fromConfig(config, CLUSTERS, error =>
      problems.push(error),
    );
    const told = jest.fn();
    access.onChange(told);

    change({ access: { grants: [GRANT] }, app: { title: 'other' } });
    expect(told).not.toHaveBeenCalled();

    change({ access: { grants: [{ ...GRANT, role: 'boss' }] } });
    expect(problems).toHaveLength(1);
    expect(access.get().grants).toHaveLength(1);

    change({ access: { grants: [] } });
    expect(told).toHaveBeenCalledTimes(1);
    expect(access.get().grants).toEqual([]);
  });
});
