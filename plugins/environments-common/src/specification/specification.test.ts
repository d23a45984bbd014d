import { checkName } from './checkName';
import { checkSpecification } from './checkSpecification';
import { durationMs, formatDuration } from './durations';

const GOOD = {
  name: 'night-fares',
  domain: 'domain:default/payments',
  cluster: 'dev-1',
  size: 'M',
  expiresIn: 'P3D',
  services: [
    {
      name: 'pricing',
      version: '5.4.0-night.3',
      env: { LEVEL: 'debug', OLD: null },
      replicas: 2,
    },
    {
      name: 'orders',
      image: `registry.example:5000/team/orders:1.0@sha256:${'a'.repeat(64)}`,
    },
  ],
  sleepWhenUnused: 'PT3H',
  collaborators: ['user:default/bo', 'group:default/pay'],
  configOverrides: { fares: { 'rules.yaml': 'x', old: null } },
  share: { 'fares-db': 'empty', redis: 'baseline' },
  rewriteAddresses: true,
};

/** Places and codes of what is wrong. */
function wrong(changes: object): string[] {
  return checkSpecification({ ...GOOD, ...changes }).problems.map(
    one => `${one.path} ${one.code}`,
  );
}

describe('checkSpecification', () => {
  it('takes what is right as it is', () => {
    expect(checkSpecification(GOOD)).toEqual({
      specification: GOOD,
      problems: [],
    });
  });

  it.each([
    [{ name: undefined }, ['name missing']],
    [{ name: '' }, ['name name-empty']],
    [{ name: '夜间票价' }, ['name name-characters']],
    [{ name: 'Night' }, ['name name-characters']],
    [{ name: 'night-' }, ['name name-characters']],
    [{ name: 'a'.repeat(41) }, ['name name-too-long']],
    [{ name: 'production' }, ['name name-reserved']],
    [{ domain: 'payments' }, ['domain not-a-reference']],
    [{ baseline: 'payments' }, ['baseline not-an-environment']],
    [{ expiresIn: '3d' }, ['expiresIn not-a-duration']],
    [{ expiresIn: 'P1M' }, ['expiresIn not-a-duration']],
    [{ expiresIn: 'PT1S' }, ['expiresIn too-short']],
    [{ expiresIn: 3 }, ['expiresIn not-a-text']],
    [{ sleepWhenUnused: 'often' }, ['sleepWhenUnused not-a-duration']],
    [{ sleepWhenUnused: 'PT10M' }, ['sleepWhenUnused too-short']],
    [
      { collaborators: ['bo', 3] },
      ['collaborators[0] not-a-reference', 'collaborators[1] not-a-reference'],
    ],
    [{ share: { db: 'copy' } }, ['share.db not-a-choice']],
    [
      { configOverrides: { fares: { a: 1 } } },
      ['configOverrides.fares.a not-a-text'],
    ],
    [
      { configOverrides: { fares: 'x' } },
      ['configOverrides.fares not-an-object'],
    ],
    [{ rewriteAddresses: 'yes' }, ['rewriteAddresses not-a-boolean']],
    [{ servces: [] }, ['servces unknown-field']],
    [{ services: 'pricing' }, ['services not-a-list']],
    [{ services: undefined }, ['services missing']],
    [{ services: ['pricing'] }, ['services[0] not-an-object']],
    [{ services: [{ name: 'a' }, { name: 'a' }] }, ['services[1].name twice']],
    [
      { services: [{ name: 'a', version: 'x', image: 'y:1' }] },
      ['services[0].image version-and-image'],
    ],
    [
      { services: [{ name: 'a', version: 'a b' }] },
      ['services[0].version not-a-version'],
    ],
    [
      { services: [{ name: 'a', image: 'Not An Image' }] },
      ['services[0].image not-an-image'],
    ],
    [
      { services: [{ name: 'a', replicas: 1.5 }] },
      ['services[0].replicas replicas-range'],
    ],
    [
      { services: [{ name: 'a', replicas: 21 }] },
      ['services[0].replicas replicas-range'],
    ],
    [
      { services: [{ name: 'a', env: { '1X': 'y', B: 2 } }] },
      ['services[0].env.1X not-a-variable', 'services[0].env.B not-a-text'],
    ],
  ])('finds the place of %j', (changes, problems) => {
    expect(wrong(changes)).toEqual(problems);
  });

  it('tells everything at once, and takes anything', () => {
    expect(wrong({ name: 'X', size: '', services: [{ naam: 'a' }] })).toEqual([
      'size empty',
      'services[0].naam unknown-field',
      'services[0].name missing',
      'name name-characters',
    ]);
    for (const input of [null, undefined, 3, 'x', [], [GOOD]]) {
      expect(checkSpecification(input).problems[0].code).toBe('not-an-object');
    }
  });

  it('knows the company’s own reserved names', () => {
    expect(checkName('payroll', ['payroll'])?.code).toBe('name-reserved');
    expect(checkName('payroll')).toBeUndefined();
  });
});

describe('durations', () => {
  it.each([
    ['P3D', 3 * 86_400_000],
    ['PT8H', 8 * 3_600_000],
    ['P1W', 7 * 86_400_000],
    ['P1DT2H30M', 95_400_000],
    ['PT90S', 90_000],
  ])('reads %s', (text, ms) => {
    expect(durationMs(text)).toBe(ms);
    expect(durationMs(formatDuration(ms))).toBe(ms);
  });

  it.each(['', 'P', 'PT', 'P1DT', '1D', 'P1Y', 'P-1D', 'PT1.5H'])(
    'refuses "%s"',
    text => {
      expect(durationMs(text)).toBeUndefined();
    },
  );

  it('writes days before hours', () => {
    expect(formatDuration(86_400_000 * 14)).toBe('P14D');
    expect(formatDuration(0)).toBe('PT0S');
    expect(formatDuration(90_061_000)).toBe('P1DT1H1M1S');
  });
});
