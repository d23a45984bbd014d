import { isSecretName, MASK, maskSecretText } from './maskSecretText';

describe('maskSecretText', () => {
  it.each([
    ['db.password=canary', `db.password=${MASK}`],
    [
      'spring:\n  password: canary\n  user: ann',
      `spring:\n  password: ${MASK}\n  user: ann`,
    ],
    ['{"apiKey":"canary","n":1}', `{"apiKey":"${MASK}","n":1}`],
    ['--auth-token=canary --port=80', `--auth-token=${MASK} --port=80`],
    ['DB_PASSWORD = "canary"', `DB_PASSWORD = "${MASK}"`],
    [
      'cannot reach postgres://ann:canary@db:5432/x',
      `cannot reach postgres://ann:${MASK}@db:5432/x`,
    ],
    ['redis://:canary@cache', `redis://:${MASK}@cache`],
    ['Authorization: Bearer canary.canary', `Authorization: Bearer ${MASK}`],
    ['got eyJhbGciOiJI.eyJzdWIiOiJh.canary back', `got ${MASK} back`],
    [
      '-----BEGIN RSA PRIVATE KEY-----\ncanary\n-----END RSA PRIVATE KEY-----\nend',
      `${MASK}\nend`,
    ],
    ['-----BEGIN PRIVATE KEY-----\ncanary', MASK],
    ['key AKIAIOSFODNN7EXAMPLE of', `key ${MASK} of`],
  ])('masks %j', (text, masked) => {
    expect(maskSecretText(text)).toBe(masked);
  });

  it.each([
    'Back-off restarting failed container pricing in pod pricing-7d9-abcde',
    'Failed to pull image "registry.example.com/token-service:1": not found',
    'secret "pricing-tls" not found',
    "couldn't find key password in Secret payments-dev/db",
    'OOMKilled at 512Mi: limit=536870912 usage=536870900',
    'http://registry.example.com:5000/pricing:1.2.3@sha256:0123456789abcdef',
    'Readiness probe failed: HTTP probe failed with statuscode: 503',
  ])('leaves %j', text => {
    expect(maskSecretText(text)).toBe(text);
  });

  it('takes time that grows with the text alone', () => {
    // Such texts make careless expressions go back again and again; this would not end.
    for (const part of [
      'a.',
      'password',
      'token-',
      'x://',
      '-----BEGIN ',
      'eyJ-',
      'eyJaaaaaaaaa.',
      'a://b:',
    ]) {
      expect(maskSecretText(part.repeat(20_000)).length).toBeGreaterThan(0);
    }
  });

  it('knows the names of secrets', () => {
    for (const name of ['DB_PASSWORD', 'apiKey', 'github-token', 'MYSQL_PWD']) {
      expect(isSecretName(name)).toBe(true);
    }
    for (const name of ['LOG_LEVEL', 'PORT', 'replicas', 'keyboard']) {
      expect(isSecretName(name)).toBe(false);
    }
  });
});
