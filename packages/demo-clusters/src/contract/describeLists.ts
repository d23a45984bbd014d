import { Body } from './Body';
import { ContractScene, status } from './ContractScene';

const NAMES = ['apple', 'birch', 'cedar', 'date', 'elm'];

/** Lists in pages and by selectors. */
export function describeLists(scene: ContractScene): void {
  const list = async (query: string) => {
    // Others put ConfigMaps of their own into a new namespace.
    const separator = query === '' ? '' : '&';
    const own = query.includes('Selector')
      ? ''
      : 'labelSelector=contract%3Dlists';
    return scene.client.get(
      `${scene.configMaps}?${query}${own && separator + own}`,
    );
  };
  const names = (body: Body) => body.items?.map(item => item.metadata.name);

  beforeAll(async () => {
    for (const [index, name] of NAMES.entries()) {
      await scene.configMap(
        name,
        { contract: 'lists', parity: index % 2 === 0 ? 'even' : 'odd' },
        { index: String(index) },
      );
    }
  });

  it('lists objects without kind and apiVersion, in the order of names', async () => {
    const { status: code, body } = await list('');
    expect(code).toBe(200);
    expect(body).toMatchObject({ kind: 'ConfigMapList', apiVersion: 'v1' });
    expect(body.metadata.resourceVersion).toMatch(/^\d+$/);
    expect(body.metadata.continue).toBeUndefined();
    expect(names(body)).toEqual(NAMES);
    const [first] = body.items ?? [];
    expect(first.kind).toBeUndefined();
    expect(first.apiVersion).toBeUndefined();
    expect(first).toMatchObject({
      metadata: {
        name: 'apple',
        namespace: scene.namespace,
        uid: expect.stringMatching(/^[0-9a-f-]{36}$/),
        resourceVersion: expect.stringMatching(/^\d+$/),
        creationTimestamp: expect.stringMatching(
          /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
        ),
      },
      data: { index: '0' },
    });
  });

  it('gives pages of one and the same moment', async () => {
    const first = await list('limit=2');
    expect(names(first.body)).toEqual(['apple', 'birch']);
    // With a selector the server does not know how many will remain.
    expect(first.body.metadata.remainingItemCount).toBeUndefined();
    await scene.configMap('clover', { contract: 'lists', parity: 'late' });
    await scene.client.call('DELETE', `${scene.configMaps}/elm`);
    const pages: Body[] = [];
    let token = first.body.metadata.continue;
    while (token) {
      const { body } = await list(
        `limit=2&continue=${encodeURIComponent(token)}`,
      );
      pages.push(body);
      token = body.metadata.continue;
    }
    expect(pages.flatMap(names)).toEqual(['cedar', 'date', 'elm']);
    for (const page of pages) {
      expect(page.metadata.resourceVersion).toBe(
        first.body.metadata.resourceVersion,
      );
    }
    const later = await list('');
    expect(names(later.body)).toEqual([
      'apple',
      'birch',
      'cedar',
      'clover',
      'date',
    ]);
    await scene.client.call('DELETE', `${scene.configMaps}/clover`);
    await scene.configMap('elm', { contract: 'lists', parity: 'even' });
  });

  it('counts what remains when no selector decides', async () => {
    const { body } = await scene.client.get(`${scene.configMaps}?limit=1`);
    const all = await scene.client.get(scene.configMaps);
    expect(body.items).toHaveLength(1);
    expect(body.metadata.remainingItemCount).toBe(
      (all.body.items?.length ?? 0) - 1,
    );
  });

  it('does not cut when any state will do', async () => {
    const { body } = await list('limit=2&resourceVersion=0');
    expect(names(body)).toHaveLength(NAMES.length);
    expect(body.metadata.continue).toBeUndefined();
  });

  it.each([
    ['labelSelector=parity%3Dodd', ['birch', 'date']],
    ['labelSelector=parity%3D%3Dodd', ['birch', 'date']],
    ['labelSelector=contract%3Dlists,parity!%3Dodd', ['apple', 'cedar', 'elm']],
    ['labelSelector=parity%20in%20(odd,none)', ['birch', 'date']],
    [
      'labelSelector=contract,parity%20notin%20(odd)',
      ['apple', 'cedar', 'elm'],
    ],
    ['labelSelector=parity', NAMES],
    ['labelSelector=contract,!parity', []],
    ['fieldSelector=metadata.name%3Dcedar', ['cedar']],
    [
      'labelSelector=parity%3Dodd&fieldSelector=metadata.name!%3Dbirch',
      ['date'],
    ],
  ])('selects by %s', async (query, expected) => {
    const { body } = await list(query);
    expect(names(body)).toEqual(expected);
  });

  it('lists nothing in a namespace that does not exist', async () => {
    const answer = await scene.client.get('/api/v1/namespaces/none/pods');
    expect(answer.status).toBe(200);
    expect(answer.body.items).toEqual([]);
  });

  it.each([
    [
      'labelSelector=a%20b%20c',
      400,
      'BadRequest',
      /^unable to parse requirement: found 'b'/,
    ],
    [
      'fieldSelector=spec.colour%3Dred',
      400,
      'BadRequest',
      /^"spec.colour" is not a known field selector/,
    ],
    ['limit=many', 400, 'BadRequest', /parsing "many": invalid syntax/],
    ['continue=abc', 400, 'BadRequest', /continue key is not valid/],
    ['resourceVersion=abc', 400, 'BadRequest', /^invalid resource version/],
    [
      'resourceVersionMatch=Exact',
      422,
      'Invalid',
      /resourceVersionMatch is forbidden unless resourceVersion is provided/,
    ],
    [
      'sendInitialEvents=true',
      422,
      'Invalid',
      /sendInitialEvents is forbidden for list/,
    ],
  ])('refuses %s', async (query, code, reason, message) => {
    const { body } = await scene.client.get(`${scene.configMaps}?${query}`);
    expect(body).toMatchObject({
      kind: 'Status',
      status: 'Failure',
      code,
      reason,
      message: expect.stringMatching(message),
    });
  });

  it('refuses a page of another moment', async () => {
    const { body } = await list('limit=1');
    const token = encodeURIComponent(body.metadata.continue ?? '');
    const answer = await list(`continue=${token}&resourceVersion=5`);
    expect(answer.body).toEqual(
      status(
        400,
        'BadRequest',
        'specifying resource version is not allowed when using continue',
      ),
    );
  });

  it('refuses a revision that has not come yet', async () => {
    const { body } = await list('resourceVersion=999999999');
    expect(body).toMatchObject({
      code: 504,
      reason: 'Timeout',
      message: expect.stringContaining('Too large resource version: 999999999'),
      details: {
        causes: [{ reason: 'ResourceVersionTooLarge' }],
        retryAfterSeconds: 1,
      },
    });
  });
}
