import { ContractScene, status } from './ContractScene';

const REVIEWS = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';
const RULES = '/apis/authorization.k8s.io/v1/selfsubjectrulesreviews';

/** Who may ask, and how a refusal reads. */
export function describeAccess(scene: ContractScene): void {
  it('refuses a token that it does not know with 401', async () => {
    const answer = await scene.client.get('/api/v1/pods', 'no-such-token');
    expect(answer.status).toBe(401);
    expect(answer.body).toEqual(status(401, 'Unauthorized', 'Unauthorized'));
  });

  it('takes a caller without a token for a stranger', async () => {
    const answer = await scene.client.get('/api/v1/pods', '');
    expect(answer.body).toEqual(
      status(
        403,
        'Forbidden',
        'pods is forbidden: User "system:anonymous" cannot list resource "pods" in API group "" at the cluster scope',
        { kind: 'pods' },
      ),
    );
  });

  it('lets a restricted token do what it may', async () => {
    const { restrictedToken } = scene.client;
    for (const path of ['/api/v1/pods', '/version', '/api/v1']) {
      const answer = await scene.client.get(path, restrictedToken);
      expect(answer.status).toBe(200);
    }
  });

  it.each([
    [
      'a list at the cluster scope',
      () => '/api/v1/secrets',
      /^secrets is forbidden: User "[^"]+" cannot list resource "secrets" in API group "" at the cluster scope/,
      { kind: 'secrets' },
    ],
    [
      'a list in a namespace',
      () => scene.deployments,
      /^deployments\.apps is forbidden: User "[^"]+" cannot list resource "deployments" in API group "apps" in the namespace "contract-access-/,
      { group: 'apps', kind: 'deployments' },
    ],
    [
      'one object',
      () => `${scene.configMaps}/one`,
      /^configmaps "one" is forbidden: User "[^"]+" cannot get resource "configmaps" in API group "" in the namespace "contract-access-/,
      { name: 'one', kind: 'configmaps' },
    ],
    [
      'a watch',
      () => '/api/v1/nodes?watch=true',
      /^nodes is forbidden: User "[^"]+" cannot watch resource "nodes" in API group "" at the cluster scope/,
      { kind: 'nodes' },
    ],
    [
      'a namespace',
      () => '/api/v1/namespaces/default',
      /^namespaces "default" is forbidden: User "[^"]+" cannot get resource "namespaces" in API group "" in the namespace "default"/,
      { name: 'default', kind: 'namespaces' },
    ],
  ])(
    'refuses a restricted token %s with 403',
    async (_, path, text, details) => {
      const { restrictedToken } = scene.client;
      const answer = await scene.client.get(path(), restrictedToken);
      expect(answer.status).toBe(403);
      expect(answer.body).toEqual(
        status(403, 'Forbidden', expect.stringMatching(text), details),
      );
    },
  );

  it('refuses a restricted token to write', async () => {
    const answer = await scene.client.post(
      scene.configMaps,
      { metadata: { name: 'forbidden' } },
      scene.client.restrictedToken,
    );
    expect(answer.body).toEqual(
      status(
        403,
        'Forbidden',
        expect.stringMatching(
          /^configmaps is forbidden: User "[^"]+" cannot create resource "configmaps"/,
        ),
        { kind: 'configmaps' },
      ),
    );
  });

  it('tells a caller what it may do', async () => {
    const ask = async (resource: string, verb: string, token?: string) => {
      const spec = { resourceAttributes: { verb, resource } };
      const { status: code, body } = await scene.client.post(
        REVIEWS,
        { spec },
        token,
      );
      expect(code).toBe(201);
      expect(body).toMatchObject({
        kind: 'SelfSubjectAccessReview',
        apiVersion: 'authorization.k8s.io/v1',
        spec,
      });
      return (body.status as { allowed: boolean }).allowed;
    };
    const { restrictedToken } = scene.client;
    expect(await ask('secrets', 'list')).toBe(true);
    expect(await ask('pods', 'watch', restrictedToken)).toBe(true);
    expect(await ask('pods', 'delete', restrictedToken)).toBe(false);
    expect(await ask('secrets', 'list', restrictedToken)).toBe(false);
  });

  it('lists the rules of a caller', async () => {
    const answer = await scene.client.post(
      RULES,
      { spec: { namespace: scene.namespace } },
      scene.client.restrictedToken,
    );
    expect(answer.status).toBe(201);
    const { resourceRules, nonResourceRules, incomplete } = answer.body
      .status as Record<string, unknown>;
    expect(incomplete).toBe(false);
    expect(resourceRules).toContainEqual({
      verbs: ['get', 'list', 'watch'],
      apiGroups: [''],
      resources: ['pods'],
    });
    expect(nonResourceRules).toContainEqual(
      expect.objectContaining({ verbs: ['get'] }),
    );
  });

  it('refuses reviews that ask nothing', async () => {
    const access = await scene.client.post(REVIEWS, { spec: {} });
    expect(access.body).toMatchObject({ code: 422, reason: 'Invalid' });
    const rules = await scene.client.post(RULES, { spec: {} });
    expect(rules.body).toEqual(
      status(400, 'BadRequest', 'no namespace on request'),
    );
    const read = await scene.client.get(REVIEWS);
    expect(read.body).toEqual(
      status(
        405,
        'MethodNotAllowed',
        'the server does not allow this method on the requested resource',
        {},
      ),
    );
  });
}
