import {
  failureOf,
  listOf,
  notFound,
  refusal,
  ScriptedApi,
} from './__testUtils__/ScriptedApi';

const deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'orders', namespace: 'env' },
};
const place = {
  group: 'apps',
  version: 'v1',
  kind: 'Deployment',
  namespace: 'env',
  name: 'orders',
};
const PATH = '/apis/apps/v1/namespaces/env/deployments/orders';
const namespacePlace = {
  group: '',
  version: 'v1',
  kind: 'Namespace',
  name: 'env',
};

describe('DefaultClusterDriver', () => {
  it('applies by force under our name, in earnest and as a try', async () => {
    const live = { metadata: { name: 'orders', uid: 'u1' }, spec: { a: 1 } };
    const api = new ScriptedApi({ [`PATCH(apply) ${PATH}`]: { body: live } });
    const applied = await api.driver.apply(deployment);
    await api.driver.apply(deployment, { dryRun: true });
    expect(applied).toEqual({
      ...live,
      apiVersion: 'apps/v1',
      kind: 'Deployment',
    });
    expect(api.requests).toEqual([
      `PATCH(apply) ${PATH}?fieldManager=domaindeck&force=true`,
      `PATCH(apply) ${PATH}?fieldManager=domaindeck&force=true&dryRun=All`,
    ]);
    expect(api.bodies).toEqual([deployment, deployment]);
  });

  it('makes a namespace that must not be there', async () => {
    const message = 'namespaces "env" already exists';
    const api = new ScriptedApi({
      'POST /api/v1/namespaces': refusal(409, 'AlreadyExists', message),
    });
    const object = {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'env' },
    };
    await expect(api.driver.create(object)).rejects.toMatchObject({
      status: 409,
      reason: 'AlreadyExists',
      message,
    });
    expect(api.requests).toEqual([
      'POST /api/v1/namespaces?fieldManager=domaindeck',
    ]);
  });

  it('keeps the words of a quota, and when to come again', async () => {
    const words =
      'pods "a" is forbidden: exceeded quota: size, requested: cpu=2, used: cpu=3, limited: cpu=4';
    const api = new ScriptedApi({
      [`PATCH(apply) ${PATH}`]: refusal(403, 'Forbidden', words),
      [`GET ${PATH}`]: {
        ...refusal(429, 'TooManyRequests', 'slow down'),
        headers: { 'retry-after': '7' },
      },
      'GET /api/v1/namespaces/env': refusal(503, 'ServiceUnavailable', 'wait', {
        retryAfterSeconds: 3,
      }),
    });
    const error = await failureOf(api.driver.apply(deployment));
    expect(error.message).toBe(words);
    expect(error.status).toBe(403);
    const { driver } = api;
    await expect(driver.get(place)).rejects.toMatchObject({
      status: 429,
      retryAfterMs: 7_000,
      message: 'slow down',
    });
    await expect(driver.get(namespacePlace)).rejects.toMatchObject({
      status: 503,
      retryAfterMs: 3_000,
    });
  });

  it('takes an object with wrong types for one that no repeat mends', async () => {
    const words =
      'failed to create typed patch object (env/orders; apps/v1, Kind=Deployment): .spec.replicas: expected numeric (int or float), got string';
    const api = new ScriptedApi({
      [`PATCH(apply) ${PATH}`]: refusal(500, '', words),
    });
    await expect(api.driver.apply(deployment)).rejects.toMatchObject({
      status: 422,
      reason: 'Invalid',
      message: words,
    });
  });

  it('says of a cluster that does not answer what is wrong, and gives no status', async () => {
    const api = new ScriptedApi({
      [`GET ${PATH}`]: () => {
        throw new Error('broken pipe');
      },
    });
    await expect(api.driver.get(place)).rejects.toMatchObject({
      name: 'DriverError',
      status: undefined,
      message: 'Cluster dev-1 could not be asked: Error: broken pipe',
    });
  });

  it('lets the caller abort', async () => {
    const reason = new Error('given up');
    const signal = AbortSignal.abort(reason);
    const { driver } = new ScriptedApi({});
    await expect(driver.get(place, signal)).rejects.toBe(reason);
    await expect(driver.apply(deployment, { signal })).rejects.toBe(reason);
    await expect(driver.list('env', signal)).rejects.toBe(reason);
  });

  it('tells an object that is not there from a server that is none', async () => {
    const api = new ScriptedApi({ [`GET ${PATH}`]: notFound('x', 'y') });
    expect(await api.driver.get(place)).toBeUndefined();
    const proxy = new ScriptedApi({
      [`GET ${PATH}`]: { status: 404, body: '<html>no such page</html>' },
      [`DELETE ${PATH}`]: { status: 404, body: '<html>no such page</html>' },
    });
    const words = 'Cluster dev-1 answered 404: <html>no such page</html>';
    await expect(proxy.driver.get(place)).rejects.toThrow(words);
    await expect(proxy.driver.remove(place, 'u1')).rejects.toThrow(words);
  });

  it('takes no names that would lead elsewhere', async () => {
    const { driver, requests } = new ScriptedApi({});
    for (const name of ['', '.', '..', 'a/b', 'a?b', 'a%2fb', '-a']) {
      await expect(driver.remove({ ...place, name }, 'u1')).rejects.toThrow(
        'cannot be the name of an object',
      );
    }
    for (const namespace of ['', '..', 'a/b', 'A', undefined]) {
      await expect(
        driver.remove({ ...place, namespace }, 'u1'),
      ).rejects.toThrow('cannot be the name of a namespace');
    }
    await expect(
      driver.get({ ...place, group: '', kind: 'Node' }),
    ).rejects.toThrow('Environments are not made of objects of the kind Node.');
    expect(requests).toEqual([]);
  });

  it('writes colons of a name as the path takes them', async () => {
    const api = new ScriptedApi({});
    await api.driver.get({
      group: 'rbac.authorization.k8s.io',
      version: 'v1',
      kind: 'Role',
      namespace: 'env',
      name: 'team:read',
    });
    expect(api.requests).toEqual([
      'GET /apis/rbac.authorization.k8s.io/v1/namespaces/env/roles/team%3Aread',
    ]);
  });

  describe('removing', () => {
    const conflict = refusal(409, 'Conflict', 'Precondition failed: UID');
    const live = (metadata: object) => ({
      body: { metadata: { name: 'env', ...metadata } },
    });

    it.each([
      ['deletes what has the uid', {}, {}, 'deleted'],
      ['finds that it is gone', notFound('x', 'y'), {}, 'absent'],
      ['leaves what has another', conflict, live({ uid: 'u2' }), 'absent'],
      ['finds that it went meanwhile', conflict, notFound('x', 'y'), 'absent'],
      [
        'waits for one that is going',
        conflict,
        live({ uid: 'u1', deletionTimestamp: '2026-11-01T00:00:00Z' }),
        'deleted',
      ],
    ])('%s', async (_, toDelete, toGet, expected) => {
      const path = '/api/v1/namespaces/env';
      const api = new ScriptedApi({
        [`DELETE ${path}`]: toDelete,
        [`GET ${path}`]: toGet,
      });
      expect(await api.driver.remove(namespacePlace, 'u1')).toBe(expected);
      expect(api.bodies).toEqual([
        {
          apiVersion: 'v1',
          kind: 'DeleteOptions',
          preconditions: { uid: 'u1' },
          propagationPolicy: 'Background',
        },
      ]);
    });

    it('says of any other conflict what the server says', async () => {
      const path = '/api/v1/namespaces/env';
      const api = new ScriptedApi({
        [`DELETE ${path}`]: refusal(409, 'Conflict', 'try again'),
        [`GET ${path}`]: live({ uid: 'u1' }),
      });
      await expect(api.driver.remove(namespacePlace, 'u1')).rejects.toThrow(
        'try again',
      );
    });
  });

  it('merges what changes of a workload, and takes out what is undefined', async () => {
    const api = new ScriptedApi({
      [`PATCH(merge) ${PATH}`]: { body: { metadata: { name: 'orders' } } },
    });
    await api.driver.patchWorkload(place, {
      annotations: { 'a/b': 'c', 'd/e': undefined },
      spec: { replicas: 0, paused: null },
    });
    expect(api.bodies).toEqual([
      {
        metadata: { annotations: { 'a/b': 'c', 'd/e': null } },
        spec: { replicas: 0, paused: null },
      },
    ]);
  });

  it('explains what is waited for by pods and warnings', async () => {
    const api = new ScriptedApi({
      'GET /api/v1/namespaces/env/pods': {
        body: listOf([{ metadata: { name: 'p', managedFields: [{}] } }]),
      },
      'GET /api/v1/namespaces/env/events?limit=250&fieldSelector=type%21%3DNormal':
        { body: listOf([{ metadata: { name: 'e' }, reason: 'FailedMount' }]) },
    });
    const { pods, events } = await api.driver.waiting('env');
    expect(pods).toEqual([
      { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' } },
    ]);
    expect(events.map(event => event.reason)).toEqual(['FailedMount']);
  });
});
