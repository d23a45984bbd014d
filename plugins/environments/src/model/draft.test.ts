import { InMemoryEnvironmentsApi, paymentsEnvironments } from '../testUtils';
import {
  changesSomething,
  Draft,
  draftOf,
  EMPTY_DRAFT,
  patchOf,
  specificationOf,
  usualChoices,
} from './draft';
import {
  changeService,
  leaveService,
  readVersion,
  takeServices,
  toggleService,
  toggleStore,
} from './editDraft';
import { suggestName } from './suggestName';
import { proposesSomething, readDraft, writeDraft } from './urlDraft';

const DOMAIN = 'domain:default/payments';
const options = () =>
  InMemoryEnvironmentsApi.create(paymentsEnvironments(0)).getOptions({
    domain: DOMAIN,
  });

const FULL: Draft = {
  name: 'night-fares',
  cluster: 'dev-1',
  baseline: 'dev-1/payments-dev',
  size: 'L',
  life: 'P3D',
  sleep: 'PT3H',
  services: [
    {
      name: 'pricing',
      version: 'feat/night-fares',
      env: { A: 'x=y:z', GONE: null, EMPTY: '' },
    },
    { name: 'notifier', replicas: 1 },
    { name: 'orders', image: 'registry:5000/a/orders@sha256:ab' },
    { name: 'gateway' },
  ],
  emptied: ['fares-db'],
  rewrite: true,
  why: 'night & day',
  collaborators: ['user:default/tester-two'],
};

describe('the URL of the form', () => {
  it('keeps everything that was chosen, so that a link is a proposal', () => {
    const params = writeDraft(FULL, new URLSearchParams('from=e1&x=2'));
    expect(readDraft(new URLSearchParams(params.toString()))).toEqual(FULL);
    expect(params.get('x')).toBe('2');
    expect(params.get('for')).toBe('3d');
    expect(params.getAll('s')[0]).toBe('pricing@feat/night-fares');
  });

  it('takes nothing that it does not understand', () => {
    const draft = readDraft(
      new URLSearchParams(
        's=&s=pricing&env=pricing&env=other:A=1&start=pricing:x&for=long&sleep=often&foo=1',
      ),
    );
    expect(draft).toEqual({
      ...EMPTY_DRAFT,
      services: [{ name: 'pricing' }],
    });
    expect(proposesSomething(new URLSearchParams('from=e1'))).toBe(false);
    expect(proposesSomething(new URLSearchParams('from=e1&s=a'))).toBe(true);
  });
});

describe('the specification of a draft', () => {
  it('has what is usual where nothing is chosen', async () => {
    expect(
      specificationOf(
        takeServices(EMPTY_DRAFT, ['pricing']),
        DOMAIN,
        await options(),
        'night',
      ),
    ).toEqual({
      name: 'night',
      domain: DOMAIN,
      cluster: 'dev-1',
      baseline: 'dev-1/payments-dev',
      size: 'M',
      expiresIn: 'P3D',
      sleepWhenUnused: 'PT3H',
      services: [{ name: 'pricing' }],
    });
  });

  it('and back gives the same again', async () => {
    const specification = specificationOf(FULL, DOMAIN, await options(), 'n');
    expect(
      specificationOf(draftOf(specification), DOMAIN, await options(), 'n'),
    ).toEqual(specification);
  });

  it('is changed by what differs only', async () => {
    const before = specificationOf(FULL, DOMAIN, await options(), 'n');
    expect(changesSomething(patchOf(before, before, 3))).toBe(false);
    const after = {
      ...before,
      size: 'S',
      sleepWhenUnused: undefined,
      share: undefined,
    };
    expect(patchOf(before, after, 3)).toEqual({
      generation: 3,
      size: 'S',
      sleepWhenUnused: null,
      share: {},
    });
  });

  it('never takes a life that is too long', async () => {
    const usual = usualChoices({ ...(await options()), maxLife: 'P1D' });
    expect(usual.life).toBe('P1D');
  });
});

describe('changing a draft', () => {
  it('takes and leaves services and stores', () => {
    const two = takeServices(EMPTY_DRAFT, ['a', 'b', 'a']);
    expect(two.services.map(one => one.name)).toEqual(['a', 'b']);
    const three = takeServices(takeServices(EMPTY_DRAFT, ['a']), ['a', 'c']);
    expect(three.services.map(one => one.name)).toEqual(['a', 'c']);
    expect(leaveService(three, 'a').services).toEqual([{ name: 'c' }]);
    expect(toggleService(three, 'c').services).toEqual([{ name: 'a' }]);
    expect(toggleStore(toggleStore(EMPTY_DRAFT, 'db'), 'db').emptied).toEqual(
      [],
    );
  });

  it('leaves out what is undefined', () => {
    const draft = changeService(
      { ...EMPTY_DRAFT, services: [{ name: 'a', version: '1' }] },
      'a',
      { version: undefined, replicas: 1 },
    );
    expect(draft.services).toEqual([{ name: 'a', replicas: 1 }]);
  });

  it.each([
    ['1.2.3', { version: '1.2.3' }],
    ['registry.example:5000/a/b:1', { image: 'registry.example:5000/a/b:1' }],
    ['pricing:5.4', { version: 'pricing:5.4' }],
    ['  ', {}],
  ])('reads what was typed: %s', (typed, read) => {
    expect(readVersion(typed)).toEqual({
      version: undefined,
      image: undefined,
      ...read,
    });
  });
});

describe('the name that is suggested', () => {
  it('is that of the branch, else of the service and the person', async () => {
    const known = await options();
    const of = (services: Draft['services']) =>
      suggestName({ ...EMPTY_DRAFT, services }, known, 'user:default/dev.one');
    expect(of([])).toBe('');
    expect(of([{ name: 'pricing', version: '5.4.0-night.3' }])).toBe(
      'night-fares',
    );
    expect(of([{ name: 'pricing' }])).toBe('pricing-dev-one');
  });
});
