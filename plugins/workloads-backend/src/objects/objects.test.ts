import { MASK } from '@domaindeck/backstage-plugin-workloads-common';
import { objectPath } from './objectPath';
import { sanitizeObject } from './sanitizeObject';

const location = {
  cluster: 'dev-1',
  namespace: 'payments-dev',
  group: 'apps',
  version: 'v1',
  resource: 'deployments',
  name: 'pricing',
};

describe('objectPath', () => {
  it('writes the path of an object', () => {
    expect(objectPath(location)).toBe(
      '/apis/apps/v1/namespaces/payments-dev/deployments/pricing',
    );
    expect(
      objectPath({
        ...location,
        group: 'core',
        resource: 'pods',
        name: 'a.b-1',
      }),
    ).toBe('/api/v1/namespaces/payments-dev/pods/a.b-1');
    expect(
      objectPath({
        ...location,
        group: 'rbac.authorization.k8s.io',
        version: 'v1beta1',
        resource: 'roles',
        name: 'system:Leader',
      }),
    ).toBe(
      '/apis/rbac.authorization.k8s.io/v1beta1/namespaces/payments-dev/roles/system%3ALeader',
    );
  });

  it.each<Partial<typeof location>>([
    { resource: 'pods/log' },
    { resource: 'serviceaccounts%2Ftoken' },
    { resource: 'Pods' },
    { resource: '..' },
    { name: '..' },
    { name: 'a/token' },
    { name: 'a?watch=true' },
    { name: '' },
    { name: 'x'.repeat(300) },
    { namespace: '../kube-system' },
    { namespace: 'a b' },
    { group: 'apps/v1' },
    { group: '..' },
    { version: 'v1/namespaces' },
    { version: 'latest' },
  ])('refuses %j and names it', part => {
    const [key] = Object.keys(part);
    expect(() => objectPath({ ...location, ...part })).toThrow(`The ${key} `);
  });
});

describe('sanitizeObject', () => {
  const applied = {
    'kubectl.kubernetes.io/last-applied-configuration': '{"data":{"p":"aHVu"}}',
  };
  const secret = {
    kind: 'Secret',
    metadata: {
      name: 's',
      annotations: { ...applied, keep: 'x' },
      managedFields: [{}],
    },
    data: { p: 'aHVu' },
    stringData: { q: 'plain' },
    type: 'Opaque',
  };

  it('masks values and keeps keys', () => {
    expect(sanitizeObject(secret)).toEqual({
      kind: 'Secret',
      metadata: { name: 's', annotations: { keep: 'x' } },
      data: { p: MASK },
      stringData: { q: MASK },
      type: 'Opaque',
    });
    expect(secret.data.p).toBe('aHVu');
  });

  it.each<[string, Record<string, unknown>, boolean]>([
    ['in a list', { kind: 'List', items: [secret] }, false],
    [
      'in a list of its kind, whose items have none',
      { kind: 'SecretList', items: [{ ...secret, kind: undefined }] },
      false,
    ],
    ['asked for as one, whatever its kind', { ...secret, kind: 'Other' }, true],
    [
      'with data of an absurd shape',
      { kind: 'Secret', data: 'aHVu', stringData: ['plain'] },
      false,
    ],
  ])('never shows a secret %s', (_, object, asSecret) => {
    const text = JSON.stringify(sanitizeObject(object, asSecret));
    expect(text).not.toMatch(/aHVu|plain|managedFields|last-applied/);
    expect(text).toContain(MASK);
  });

  it('masks what looks like a secret in other objects', () => {
    expect(
      sanitizeObject({
        kind: 'Deployment',
        metadata: { name: 'd', annotations: { 'x/token': 'aHVu', note: 'ok' } },
        spec: {
          containers: [
            {
              name: 'token-service',
              image: 'token-service:1',
              args: ['--db-password=aHVu', '--port=80'],
              env: [
                { name: 'DB_PASSWORD', value: 'aHVu' },
                { name: 'DB_URL', value: 'postgres://a:aHVu@db/x' },
                { name: 'LEVEL', value: 'info' },
                {
                  name: 'API_KEY',
                  valueFrom: { secretKeyRef: { name: 's', key: 'token' } },
                },
              ],
            },
          ],
        },
      }),
    ).toEqual({
      kind: 'Deployment',
      metadata: { name: 'd', annotations: { 'x/token': MASK, note: 'ok' } },
      spec: {
        containers: [
          {
            name: 'token-service',
            image: 'token-service:1',
            args: [`--db-password=${MASK}`, '--port=80'],
            env: [
              { name: 'DB_PASSWORD', value: MASK },
              { name: 'DB_URL', value: `postgres://a:${MASK}@db/x` },
              { name: 'LEVEL', value: 'info' },
              {
                name: 'API_KEY',
                valueFrom: { secretKeyRef: { name: 's', key: 'token' } },
              },
            ],
          },
        ],
      },
    });
    expect(
      sanitizeObject({
        kind: 'ConfigMap',
        data: {
          password: 'aHVu',
          'secrets.properties': 'user=ann\ndb.password=aHVu\n',
        },
      }),
    ).toEqual({
      kind: 'ConfigMap',
      data: {
        password: MASK,
        'secrets.properties': `user=ann\ndb.password=${MASK}\n`,
      },
    });
  });

  it('leaves other objects as they are, without what nobody reads', () => {
    const config = {
      kind: 'ConfigMap',
      metadata: { name: 'c', annotations: applied },
      data: { a: 'b' },
    };
    expect(sanitizeObject(config)).toEqual({
      kind: 'ConfigMap',
      metadata: { name: 'c' },
      data: { a: 'b' },
    });
  });
});
