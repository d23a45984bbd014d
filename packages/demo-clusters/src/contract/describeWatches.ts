import { ContractScene } from './ContractScene';

const STREAMED =
  'sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true';

const END_MARK = { 'k8s.io/initial-events-end': 'true' };

/** Watches: where they begin, what they tell, how they end. */
export function describeWatches(scene: ContractScene): void {
  const own = (name: string) => `labelSelector=contract%3D${name}`;
  const watch = (query: string) => scene.client.watch(scene.configMaps, query);
  const remove = (name: string) =>
    scene.client.call('DELETE', `${scene.configMaps}/${name}`);

  it('tells every change after a revision, with whole objects', async () => {
    const revision = await scene.revision();
    const labels = { contract: 'resume' };
    const created = await scene.configMap('resumed', labels, { step: '1' });
    const watched = await watch(`${own('resume')}&resourceVersion=${revision}`);
    const patched = await scene.mergePatch(`${scene.configMaps}/resumed`, {
      data: { step: '2' },
    });
    await remove('resumed');
    const deleted = await watched.until(({ type }) => type === 'DELETED');
    watched.close();
    expect(watched.status).toBe(200);
    expect(watched.events.map(({ type }) => type)).toEqual([
      'ADDED',
      'MODIFIED',
      'DELETED',
    ]);
    expect(watched.events[0].object).toEqual(created);
    expect(watched.events[1].object).toEqual(patched.body);
    expect(deleted.object).toEqual({
      ...patched.body,
      metadata: {
        ...patched.body.metadata,
        resourceVersion: expect.not.stringMatching(
          `^${patched.body.metadata.resourceVersion}$`,
        ),
      },
    });
    const rest = await watch(
      `${own('resume')}&resourceVersion=${created.metadata.resourceVersion}`,
    );
    await rest.until(({ type }) => type === 'DELETED');
    rest.close();
    expect(rest.events.map(({ type }) => type)).toEqual([
      'MODIFIED',
      'DELETED',
    ]);
  });

  it.each(['', '&resourceVersion=0'])(
    'begins with what is there when asked with "%s"',
    async query => {
      const name = `there-${query.length}`;
      await scene.configMap(name, { contract: name });
      const watched = await watch(`${own(name)}${query}`);
      const first = await watched.until(() => true);
      watched.close();
      expect(first).toMatchObject({
        type: 'ADDED',
        object: { kind: 'ConfigMap', apiVersion: 'v1', metadata: { name } },
      });
    },
  );

  it('marks the end of the initial events and goes on', async () => {
    await scene.configMap('initial-a', { contract: 'initial' });
    await scene.configMap('initial-b', { contract: 'initial' });
    const watched = await watch(`${own('initial')}&${STREAMED}`);
    const mark = await watched.until(({ type }) => type === 'BOOKMARK');
    expect(watched.events.map(({ type }) => type)).toEqual([
      'ADDED',
      'ADDED',
      'BOOKMARK',
    ]);
    expect(mark.object).toEqual({
      kind: 'ConfigMap',
      apiVersion: 'v1',
      metadata: {
        resourceVersion: expect.stringMatching(/^\d+$/),
        annotations: END_MARK,
      },
    });
    await scene.configMap('initial-c', { contract: 'initial' });
    const next = await watched.until(
      ({ object }) => object.metadata.name === 'initial-c',
    );
    watched.close();
    expect(next.type).toBe('ADDED');
  });

  it.each([
    [
      '/api/v1/namespaces/none/pods',
      { spec: { containers: null }, status: {} },
    ],
    [
      '/apis/apps/v1/namespaces/none/deployments',
      {
        spec: { replicas: 0, selector: null, strategy: {} },
        status: {},
      },
    ],
  ])('marks the end for %s with an empty object', async (path, shape) => {
    const watched = await scene.client.watch(path, STREAMED);
    const mark = await watched.until(({ type }) => type === 'BOOKMARK');
    watched.close();
    expect(mark.object).toMatchObject({
      ...shape,
      metadata: { annotations: END_MARK },
    });
  });

  it('sends no mark to who wants no bookmarks', async () => {
    await scene.configMap('unmarked', { contract: 'unmarked' });
    const watched = await watch(
      `${own(
        'unmarked',
      )}&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&timeoutSeconds=1`,
    );
    await watched.ended;
    expect(watched.events.map(({ type }) => type)).toEqual(['ADDED']);
  });

  it('treats what begins and ceases to match as added and deleted', async () => {
    const revision = await scene.revision();
    const path = `${scene.configMaps}/moving`;
    await scene.configMap('moving', { contract: 'still' });
    const relabel = (contract: string) =>
      scene.mergePatch(path, { metadata: { labels: { contract } } });
    await relabel('moving');
    await scene.mergePatch(path, { data: { step: '1' } });
    const out = await relabel('still');
    await relabel('moving');
    await remove('moving');
    const watched = await watch(`${own('moving')}&resourceVersion=${revision}`);
    await watched.until(
      ({ type }) =>
        type === 'DELETED' &&
        watched.events.filter(event => event.type === 'DELETED').length === 2,
    );
    watched.close();
    expect(watched.events.map(({ type }) => type)).toEqual([
      'ADDED',
      'MODIFIED',
      'DELETED',
      'ADDED',
      'DELETED',
    ]);
    expect(watched.events[2].object.metadata).toMatchObject({
      labels: { contract: 'moving' },
      resourceVersion: out.body.metadata.resourceVersion,
    });
  });

  it('watches one object by its name', async () => {
    const revision = await scene.revision();
    await scene.configMap('other', { contract: 'named' });
    await scene.configMap('named', { contract: 'named' });
    const watched = await watch(
      `fieldSelector=metadata.name%3Dnamed&resourceVersion=${revision}`,
    );
    await watched.until(() => true);
    watched.close();
    expect(watched.events.map(({ object }) => object.metadata.name)).toEqual([
      'named',
    ]);
  });

  it('ends in good order when its time is over', async () => {
    const watched = await watch(`${own('nothing')}&timeoutSeconds=1`);
    await watched.ended;
    expect(watched.status).toBe(200);
  });

  it.each([
    [
      'sendInitialEvents=true',
      422,
      /sendInitialEvents requires setting resourceVersionMatch to NotOlderThan/,
    ],
    [
      'resourceVersionMatch=NotOlderThan&resourceVersion=5',
      422,
      /resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided/,
    ],
    ['resourceVersion=abc', 500, /resourceVersion: Invalid value: "abc"/],
    ['labelSelector=a%20b', 400, /^unable to parse requirement/],
  ])('refuses %s', async (query, code, message) => {
    const answer = await scene.client.get(
      `${scene.configMaps}?watch=true&${query}`,
    );
    expect(answer.status).toBe(code);
    expect(answer.body).toMatchObject({
      kind: 'Status',
      code,
      message: expect.stringMatching(message),
    });
  });
}
