import {
  listOf,
  notFound,
  refusal,
  ScriptedApi,
} from '../__testUtils__/ScriptedApi';

function named(name: string, more: object = {}): object {
  return { metadata: { name, namespace: 'pay', ...more } };
}

describe('reads of a cluster', () => {
  it('reads a baseline whole: labels, all kinds, who is being rolled out', async () => {
    const api = new ScriptedApi({
      'GET /api/v1/namespaces/pay': {
        body: { metadata: { name: 'pay', labels: { mesh: 'on' } } },
      },
      'GET /apis/apps/v1/namespaces/pay/deployments': {
        body: listOf([
          {
            ...named('calm', { generation: 2, managedFields: [{}] }),
            spec: { replicas: 2 },
            status: { observedGeneration: 2, updatedReplicas: 2, replicas: 2 },
          },
          {
            ...named('moving', { generation: 2 }),
            spec: { replicas: 2 },
            status: { observedGeneration: 2, updatedReplicas: 1, replicas: 3 },
          },
          {
            ...named('given-up', { generation: 2 }),
            spec: { replicas: 2 },
            status: {
              observedGeneration: 2,
              updatedReplicas: 1,
              replicas: 3,
              conditions: [
                { type: 'Progressing', reason: 'ProgressDeadlineExceeded' },
              ],
            },
          },
        ]),
      },
      'GET /apis/apps/v1/namespaces/pay/statefulsets': {
        body: listOf([
          {
            ...named('held-back', { generation: 1 }),
            spec: {
              replicas: 3,
              updateStrategy: { rollingUpdate: { partition: 2 } },
            },
            status: { observedGeneration: 1, updatedReplicas: 1 },
          },
          {
            ...named('unseen', { generation: 4 }),
            spec: { replicas: 1 },
            status: { observedGeneration: 3, updatedReplicas: 1 },
          },
        ]),
      },
      'GET /apis/apps/v1/namespaces/pay/daemonsets': {
        body: listOf([
          {
            ...named('agent', { generation: 1 }),
            status: {
              observedGeneration: 1,
              desiredNumberScheduled: 3,
              updatedNumberScheduled: 2,
            },
          },
        ]),
      },
    });
    const baseline = await api.driver.baseline('pay');
    expect(baseline).toMatchObject({
      cluster: 'dev-1',
      namespace: 'pay',
      namespaceLabels: { mesh: 'on' },
      busy: ['moving', 'unseen', 'agent'],
    });
    expect(
      baseline.objects.map(one => `${one.kind} ${one.metadata.name}`),
    ).toEqual([
      'Deployment calm',
      'Deployment moving',
      'Deployment given-up',
      'StatefulSet held-back',
      'StatefulSet unseen',
      'DaemonSet agent',
    ]);
    expect(baseline.objects[0].metadata).not.toHaveProperty('managedFields');
  });

  it('says that a baseline is not there', async () => {
    const api = new ScriptedApi({
      'GET /api/v1/namespaces/pay': notFound('namespaces', 'pay'),
    });
    await expect(api.driver.baseline('pay')).rejects.toMatchObject({
      status: 404,
      message: 'namespaces "pay" not found',
    });
  });

  it('reads page by page, and begins anew when the server has forgotten the first', async () => {
    let pages = 0;
    const api = new ScriptedApi({
      'GET /api/v1/namespaces/env/services': url => {
        pages += 1;
        const next = url.searchParams.get('continue');
        if (next === 'b' && pages < 4) {
          return refusal(410, 'Expired', 'too old');
        }
        const after = { null: 'a', a: 'b' }[`${next}`];
        return { body: listOf([named(`${next}`)], after) };
      },
    });
    const names = (await api.driver.list('env')).map(one => one.metadata.name);
    expect(names).toEqual(['null', 'a', 'b']);
    expect(pages).toBe(6);
  });

  it('gives up on a list that is forgotten again and again', async () => {
    const path = '/api/v1/namespaces/env/services';
    const api = new ScriptedApi({
      [`GET ${path}`]: refusal(410, 'Expired', 'too old'),
    });
    await expect(api.driver.list('env')).rejects.toMatchObject({ status: 410 });
    expect(api.requests.filter(one => one.includes(path))).toHaveLength(4);
  });

  it('holds no more than it can', async () => {
    const page = Array.from({ length: 5_001 }, (_, index) =>
      named(`s${index}`),
    );
    const api = new ScriptedApi({
      'GET /api/v1/namespaces/env/services': { body: listOf(page, 'more') },
    });
    await expect(api.driver.list('env')).rejects.toMatchObject({
      status: 413,
      message: 'There are more services in namespace env than can be read.',
    });
  });

  it('leaves out optional kinds that the cluster lacks, and asks again later', async () => {
    const ROUTES =
      '/apis/gateway.networking.k8s.io/v1/namespaces/env/httproutes';
    const STORES = '/apis/external-secrets.io/v1/namespaces/env/secretstores';
    const forbidden = refusal(403, 'Forbidden', 'you cannot list');
    const absent = { status: 404, body: '404 page not found\n' };
    const api = new ScriptedApi({
      [`GET ${ROUTES}`]: absent,
      // Without a right nobody is told whether there is such a kind.
      [`GET ${STORES}`]: forbidden,
      'GET /apis/external-secrets.io/v1': absent,
    });
    const asked = (path: string) =>
      api.requests.filter(one => one.startsWith(`GET ${path}`)).length;
    await api.driver.list('env');
    await api.driver.list('env');
    expect([asked(ROUTES), asked(STORES)]).toEqual([1, 1]);
    api.clock.advance(300_001);
    await api.driver.list('env');
    expect([asked(ROUTES), asked(STORES)]).toEqual([2, 2]);
  });

  it('says which right is missing where there is such a kind', async () => {
    const words = 'secretstores.external-secrets.io is forbidden: you cannot';
    const api = new ScriptedApi({
      'GET /apis/external-secrets.io/v1/namespaces/env/secretstores': refusal(
        403,
        'Forbidden',
        words,
      ),
      'GET /apis/external-secrets.io/v1': {
        body: { resources: [{ name: 'secretstores' }] },
      },
    });
    await expect(api.driver.list('env')).rejects.toThrow(words);
  });

  it('knows every namespace and who holds which host', async () => {
    const route = (host: string, namespace: string, hour: number) => ({
      metadata: {
        name: host,
        namespace,
        creationTimestamp: `2026-11-01T0${hour}:00:00Z`,
      },
      spec: { rules: [{ host }, {}] },
    });
    const api = new ScriptedApi({
      'GET /api/v1/namespaces': {
        body: listOf([
          { metadata: { name: 'pay' } },
          {
            metadata: {
              name: 'env',
              labels: { 'domaindeck.io/environment-id': 'e1' },
            },
          },
        ]),
      },
      'GET /apis/networking.k8s.io/v1/ingresses': {
        body: listOf([
          route('shop.dev.example', 'late', 3),
          route('shop.dev.example', 'early', 1),
          route('shop.dev.example', 'middle', 2),
        ]),
      },
      'GET /apis/gateway.networking.k8s.io/v1/httproutes': {
        body: listOf([
          {
            metadata: { name: 'r', namespace: 'env' },
            spec: { hostnames: ['api.dev.example'], rules: [{}] },
          },
        ]),
      },
    });
    expect(await api.driver.facts()).toEqual({
      namespaces: { pay: undefined, env: 'e1' },
      hostsInUse: { 'shop.dev.example': 'early', 'api.dev.example': 'env' },
    });
  });

  it('looks at all environments with five lists, and parses only what is new', async () => {
    const path = '/apis/apps/v1/deployments';
    let generation = 1;
    let version = 0;
    const api = new ScriptedApi({
      [`GET ${path}`]: url => {
        version += 1;
        const more = url.searchParams.get('continue');
        const list = listOf(
          [named(more ? 'b' : 'a', more ? { generation } : {})],
          more ? undefined : `token-${version}`,
        );
        return {
          body: {
            ...list,
            metadata: { ...listMeta(list), resourceVersion: `${version}` },
          },
        };
      },
    });
    const first = await api.driver.sight();
    const second = await api.driver.sight();
    expect(first.at).toBe(api.clock.now().getTime());
    expect(first.workloads.map(one => one.metadata.name)).toEqual(['a', 'b']);
    expect(second.workloads[0]).toBe(first.workloads[0]);
    expect(second.workloads[1]).toBe(first.workloads[1]);
    generation = 2;
    const third = await api.driver.sight();
    expect(third.workloads[0]).toBe(first.workloads[0]);
    expect(third.workloads[1].metadata.generation).toBe(2);
    expect(api.requests).toHaveLength(3 * 6);
    expect(api.requests.every(one => one.includes('labelSelector'))).toBe(true);
  });

  function listMeta(list: object): object {
    return (list as { metadata: object }).metadata;
  }

  it('finds namespaces by a label', async () => {
    const api = new ScriptedApi({
      'GET /api/v1/namespaces?limit=250&labelSelector=domaindeck.io%2Fdomain': {
        body: listOf([{ metadata: { name: 'pay' } }]),
      },
    });
    const found = await api.driver.labelledNamespaces('domaindeck.io/domain');
    expect(found.map(one => one.metadata.name)).toEqual(['pay']);
  });

  describe('the last line', () => {
    const LOG = '/api/v1/namespaces/env/pods/p/log';
    const none = refusal(400, 'BadRequest', 'previous container not found');

    it('is that of the crash, masked, cut and without what no screen shows', async () => {
      const long = 'x'.repeat(600);
      const api = new ScriptedApi({
        [`GET ${LOG}`]: {
          body: `first\n\u001b[31mpanic:\tpassword=hunter2\u0007 ${long}\n\n`,
        },
      });
      const line = await api.driver.lastLine('env', 'p', 'app');
      expect(line).toHaveLength(500);
      expect(line).toMatch(/^panic: password=\S+ xxx/);
      expect(line).not.toContain('hunter2');
      expect(api.requests[0]).toContain('previous=true');
    });

    it('is that of the only run where there was none before', async () => {
      const api = new ScriptedApi({
        [`GET ${LOG}`]: url =>
          url.searchParams.has('previous') ? none : { body: 'bye\n' },
      });
      expect(await api.driver.lastLine('env', 'p', 'app')).toBe('bye');
    });

    it('is missing where nothing ran, and an error where it may not be read', async () => {
      const silent = new ScriptedApi({ [`GET ${LOG}`]: none });
      expect(await silent.driver.lastLine('env', 'p', 'app')).toBeUndefined();
      const denied = new ScriptedApi({
        [`GET ${LOG}`]: refusal(403, 'Forbidden', 'cannot get pods/log'),
      });
      await expect(denied.driver.lastLine('env', 'p', 'app')).rejects.toThrow(
        'cannot get pods/log',
      );
    });
  });
});
