import { inspect } from 'node:util';
import {
  failureOf,
  listOf,
  refusal,
  ScriptedApi,
} from '../__testUtils__/ScriptedApi';

const CANARY = 'canary-7f3a';
const ENCODED = Buffer.from(CANARY).toString('base64');
const SOURCE = '/api/v1/namespaces/pay/secrets/db';
const TARGET = '/api/v1/namespaces/env/secrets/db';

const planned = {
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'db', namespace: 'env', labels: { a: 'b' } },
  type: 'Opaque',
};

/** A Secret as a server holds it, with the copy that kubectl leaves in an annotation. */
const stored = {
  metadata: {
    name: 'db',
    uid: 'u1',
    annotations: {
      'kubectl.kubernetes.io/last-applied-configuration': `{"stringData":{"password":"${CANARY}"}}`,
    },
  },
  type: 'Opaque',
  data: { password: ENCODED, user: btoa('app') },
};

function expectNoValue(...things: unknown[]): void {
  const text = things
    .map(thing => inspect(thing, { depth: 20, showHidden: true }))
    .join('\n');
  expect(text).not.toContain(CANARY);
  expect(text).not.toContain(ENCODED);
}

describe('secrets', () => {
  it('travel from one namespace to the other under a manager of their own, and show no value', async () => {
    const api = new ScriptedApi({
      [`GET ${SOURCE}`]: { body: stored },
      [`PATCH(apply) ${TARGET}`]: { body: stored },
      'GET /api/v1/namespaces/env/secrets': { body: listOf([stored]) },
      [`GET ${TARGET}`]: { body: stored },
    });
    const { driver } = api;
    const source = { namespace: 'pay', name: 'db' };
    const copied = await driver.copySecret(source, planned);
    expect(api.requests[1]).toBe(
      `PATCH(apply) ${TARGET}?fieldManager=domaindeck-values&force=true`,
    );
    expect(api.bodies).toEqual([{ ...planned, data: stored.data }]);
    expect(copied.object.data).toEqual({ password: '', user: '' });
    const put = await driver.putSecret(planned, { password: CANARY });
    expect(api.bodies[1]).toEqual({ ...planned, data: { password: ENCODED } });
    const got = await driver.get({
      group: '',
      version: 'v1',
      kind: 'Secret',
      namespace: 'env',
      name: 'db',
    });
    const applied = await driver.apply(planned);
    const listed = await driver.list('env');
    expect(listed.map(one => one.kind)).toEqual(['Secret']);
    expectNoValue(copied, put, got, applied, listed);
  });

  it('are compared by hashes with a key', async () => {
    const api = new ScriptedApi({
      [`GET ${SOURCE}`]: { body: stored },
      [`PATCH(apply) ${TARGET}`]: { body: stored },
      [`GET ${TARGET}`]: {
        body: { ...stored, data: { user: btoa('app'), password: ENCODED } },
      },
    });
    const { driver } = api;
    const source = { namespace: 'pay', name: 'db' };
    const { digest } = await driver.copySecret(source, planned);
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(await driver.secretDigests('env', ['db', 'other'])).toEqual({
      db: digest,
    });
  });

  it('that are not there cannot be copied', async () => {
    const { driver } = new ScriptedApi({});
    const source = { namespace: 'pay', name: 'db' };
    await expect(driver.copySecret(source, planned)).rejects.toMatchObject({
      status: 404,
      message: 'secrets "db" not found in namespace pay',
    });
  });

  const QUOTA =
    'secrets "db" is forbidden: exceeded quota: size, requested: secrets=1, used: secrets=10, limited: secrets=10';
  const RIGHTS =
    'secrets "db" is forbidden: User "system:serviceaccount:deck:portal" cannot patch resource "secrets" in API group "" in the namespace "env"';

  it.each([
    [403, 'Forbidden', QUOTA],
    [403, 'Forbidden', RIGHTS],
    [404, 'NotFound', 'namespaces "env" not found'],
    [
      403,
      'Forbidden',
      'secrets "db" is forbidden: unable to create new content in namespace env because it is being terminated',
    ],
  ])('are refused with %d %s in the words of the server', async (...answer) => {
    const [code, reason, message] = answer;
    const api = new ScriptedApi({
      [`PATCH(apply) ${TARGET}`]: refusal(code, reason, message),
    });
    for (const work of [
      () => api.driver.putSecret(planned, { password: CANARY }),
      () => api.driver.apply(planned),
    ]) {
      const error = await failureOf(work());
      expect([error.status, error.reason, error.message]).toEqual(answer);
    }
  });

  it.each([
    [
      422,
      `Secret "db" is invalid: data[password]: Invalid value: "${ENCODED}"`,
      'Cluster dev-1 refused the secret db (422); wrong is data[password]. Its own words are not shown, since they may quote a value.',
    ],
    [
      403,
      `secrets "db" is forbidden: ValidatingAdmissionPolicy 'keep-out' with binding 'keep-out' denied request: ${CANARY} is weak`,
      'keep-out refused the secret db (403); wrong is data[password]. Its own words are not shown, since they may quote a value.',
    ],
    [
      400,
      `admission webhook "scan.example.com" denied the request: found ${CANARY}`,
      'scan.example.com refused the secret db (400); wrong is data[password]. Its own words are not shown, since they may quote a value.',
    ],
    [
      403,
      `${QUOTA} ${CANARY}`,
      'Cluster dev-1 refused the secret db (403); wrong is data[password]. Its own words are not shown, since they may quote a value.',
    ],
  ])(
    'are refused with %d without a word that may quote them',
    async (...row) => {
      const [code, message, expected] = row;
      const api = new ScriptedApi({
        [`GET ${SOURCE}`]: { body: stored },
        [`PATCH(apply) ${TARGET}`]: refusal(code, 'Whatever', message, {
          causes: [
            { field: 'data[password]', message },
            { field: CANARY, message },
          ],
        }),
      });
      const source = { namespace: 'pay', name: 'db' };
      const values = { password: CANARY };
      for (const work of [
        () => api.driver.copySecret(source, planned),
        () => api.driver.putSecret(planned, values),
        () => api.driver.apply({ ...planned, stringData: values }),
      ]) {
        const error = await failureOf(work());
        expect(error.message).toBe(expected);
        expectNoValue(error, error.stack);
      }
    },
  );

  it.each([`{"data":{"password":"${CANARY}"`, `["${CANARY}"]`, CANARY])(
    'are not quoted from an answer that is none: %s',
    async body => {
      const api = new ScriptedApi({
        [`GET ${SOURCE}`]: { body },
        [`PATCH(apply) ${TARGET}`]: { body },
        'GET /api/v1/namespaces/env/secrets': { body },
        [`GET ${TARGET}`]: { status: 500, body },
      });
      const source = { namespace: 'pay', name: 'db' };
      for (const work of [
        () => api.driver.copySecret(source, planned),
        () => api.driver.putSecret(planned, { password: CANARY }),
        () => api.driver.apply(planned),
        () => api.driver.list('env'),
        () =>
          api.driver.get({
            group: '',
            version: 'v1',
            kind: 'Secret',
            namespace: 'env',
            name: 'db',
          }),
        () => api.driver.secretDigests('env', ['db']),
      ]) {
        const error = await failureOf(work());
        expect(error.message).toMatch(/^Cluster dev-1 (sent|refused) /);
        expectNoValue(error, error.stack, error.cause);
      }
    },
  );
});
