import { ClusterDefinition } from '@domaindeck/backstage-plugin-workloads-node';
import { clusterDefinition } from '@domaindeck/backstage-plugin-workloads-node/testUtils';
import {
  entity,
  InMemoryClusterReader,
  namespaceObject,
} from '../__testUtils__';
import {
  BindingResolver,
  createCatalogModel,
  createComponentMatcher,
} from '../entities';
import { labelSelector } from '../entities/labelSelector';

const SELF_SERVICE = { 'domaindeck.io/environment-id': 'e1' };
const CREATOR = { 'domaindeck.io/creator-ref': 'User:default/Ann' };
const domain = (name: string) => ({ 'domaindeck.io/domain': name });

describe('BindingResolver', () => {
  const clusters: ClusterDefinition[] = [
    clusterDefinition({ name: 'dev-1', selfService: true }),
    clusterDefinition({ name: 'prod-sh', tier: 'production' }),
  ];
  let reader: InMemoryClusterReader;
  let resolver: BindingResolver;

  beforeEach(() => {
    reader = InMemoryClusterReader.create();
    clusters.forEach(({ name, tier }) =>
      reader.setStatus({ name, tier, state: 'live' }),
    );
    resolver = BindingResolver.create({
      clusters,
      bindings: [
        {
          domainRef: 'domain:default/payments',
          cluster: 'dev-1',
          namespaces: ['bound'],
        },
      ],
      reader,
    });
  });

  it.each<[string, Parameters<typeof namespaceObject>, unknown]>([
    [
      'a label',
      ['a', domain('rides')],
      expect.objectContaining({
        domainRef: 'domain:default/rides',
        kind: 'baseline',
      }),
    ],
    [
      'a full ref',
      [
        'a',
        domain('rides'),
        { 'domaindeck.io/domain-ref': 'Domain:asia/Rides' },
      ],
      expect.objectContaining({ domainRef: 'domain:asia/rides' }),
    ],
    [
      'a ref that contradicts the label',
      [
        'a',
        domain('rides'),
        { 'domaindeck.io/domain-ref': 'domain:default/payments' },
      ],
      undefined,
    ],
    [
      'a ref that is none',
      ['a', domain('rides'), { 'domaindeck.io/domain-ref': 'rides' }],
      undefined,
    ],
    [
      'a ref without a label',
      ['a', {}, { 'domaindeck.io/domain-ref': 'domain:default/rides' }],
      undefined,
    ],
    ['no label', ['a'], undefined],
    [
      'a self-service label',
      ['a', { ...domain('rides'), ...SELF_SERVICE }, CREATOR],
      expect.objectContaining({
        kind: 'self-service',
        creatorRef: 'user:default/ann',
      }),
    ],
    [
      'a label against config',
      ['bound', { ...domain('rides'), ...SELF_SERVICE }, CREATOR],
      expect.objectContaining({
        domainRef: 'domain:default/payments',
        kind: 'baseline',
      }),
    ],
  ])('reads %s', (_, namespace, expected) => {
    reader.put('dev-1', 'namespaces', namespaceObject(...namespace));
    expect(resolver.environmentAt('dev-1', namespace[0])).toEqual(expected);
  });

  it('ignores the mark and the creator of a self-service environment in other clusters', () => {
    reader.put(
      'prod-sh',
      'namespaces',
      namespaceObject('a', { ...domain('rides'), ...SELF_SERVICE }, CREATOR),
    );
    expect(resolver.environmentAt('prod-sh', 'a')).toEqual({
      cluster: 'prod-sh',
      namespace: 'a',
      tier: 'production',
      tags: [],
      restricted: false,
      kind: 'baseline',
      domainRef: 'domain:default/rides',
    });
  });

  it('keeps bindings of silent clusters and follows labels as they change', () => {
    expect(resolver.environmentsOf('domain:default/payments')).toHaveLength(1);
    expect(resolver.knowsNamespaces('dev-1')).toBe(false);
    reader.put('dev-1', 'namespaces', namespaceObject('a', domain('rides')));
    expect(resolver.environmentsOf('domain:default/rides')).toHaveLength(1);
    expect(resolver.knowsNamespaces('dev-1')).toBe(true);
    reader.put('dev-1', 'namespaces', namespaceObject('a'));
    expect(resolver.environmentsOf('domain:default/rides')).toHaveLength(0);
  });
});

describe('createCatalogModel', () => {
  const model = createCatalogModel([
    entity('Domain', 'payments', [
      'ownedBy group:default/b',
      'ownedBy group:default/a',
    ]),
    entity('System', 'checkout', ['partOf domain:default/payments']),
    entity('System', 'loose'),
    entity('Component', 'pricing', ['partOf system:default/checkout'], {
      title: 'Pricing',
      annotations: { 'backstage.io/kubernetes-id': 'price' },
    }),
    entity('Component', 'part', ['partOf component:default/pricing']),
    entity('Component', 'alone'),
    entity('Component', 'loop-a', ['partOf component:default/loop-b']),
    entity('Component', 'loop-b', ['partOf component:default/loop-a']),
  ]);

  it('leads from components through systems to the domain', () => {
    expect(model.scope('component:default/pricing')).toMatchObject({
      kind: 'component',
      domainRef: 'domain:default/payments',
      domainOwnerRefs: ['group:default/a', 'group:default/b'],
      components: [
        {
          name: 'pricing',
          title: 'Pricing',
          systemRef: 'system:default/checkout',
          kubernetesId: 'price',
        },
      ],
    });
    const names = (ref: string) =>
      model.scope(ref)?.components.map(({ name }) => name);
    expect(names('domain:default/payments')).toEqual(['part', 'pricing']);
    expect(names('system:default/checkout')).toEqual(['part', 'pricing']);
    expect(names('system:default/loose')).toEqual([]);
  });

  it('leaves components without a system, circles and other kinds without a domain', () => {
    expect(model.scope('component:default/alone')).toMatchObject({
      domainRef: undefined,
    });
    expect(model.scope('component:default/loop-a')).toMatchObject({
      domainRef: undefined,
    });
    expect(model.scope('group:default/a')).toBeUndefined();
    expect(model.scope('component:default/ghost')).toBeUndefined();
  });

  it('has the same fingerprint for the same catalog in another order', () => {
    const entities = [
      entity('Domain', 'a'),
      entity('Component', 'b'),
      entity('Component', 'c'),
    ];
    const { fingerprint } = createCatalogModel(entities);
    expect(createCatalogModel([...entities].reverse()).fingerprint).toBe(
      fingerprint,
    );
    expect(createCatalogModel(entities.slice(1)).fingerprint).not.toBe(
      fingerprint,
    );
  });
});

describe('createComponentMatcher', () => {
  const component = (name: string, labelSelectorText?: string) => ({
    ref: `component:default/${name}`,
    name,
    kubernetesId: name,
    labelSelector: labelSelectorText,
  });
  const match = createComponentMatcher([
    component('own-name'),
    component('app-name'),
    component('selecting', 'team in (a, b),!legacy'),
    component('by-id'),
    { ...component('renamed'), kubernetesId: 'other-id' },
  ]);

  it.each<[string, string, Record<string, string>, string | undefined]>([
    [
      'the id before all else',
      'own-name',
      {
        'backstage.io/kubernetes-id': 'by-id',
        team: 'a',
        'app.kubernetes.io/name': 'app-name',
      },
      'by-id',
    ],
    [
      'the selector before names',
      'own-name',
      { team: 'a', 'app.kubernetes.io/name': 'app-name' },
      'selecting',
    ],
    [
      'the name label before the own name',
      'own-name',
      { 'app.kubernetes.io/name': 'app-name', team: 'c' },
      'app-name',
    ],
    ['the own name', 'own-name', { team: 'a', legacy: '' }, 'own-name'],
    [
      'an annotated id',
      'x',
      { 'backstage.io/kubernetes-id': 'other-id' },
      'renamed',
    ],
    [
      'no longer the name once an id is annotated',
      'x',
      { 'backstage.io/kubernetes-id': 'renamed' },
      undefined,
    ],
    ['nothing', 'x', {}, undefined],
  ])('takes %s', (_, name, labels, expected) => {
    expect(match({ name, labels })?.name).toBe(expected);
  });

  it.each<[string, boolean]>([
    ['a=1', true],
    ['a==1,b=2', true],
    ['a!=1', false],
    ['a!=2', true],
    ['a', true],
    ['!c', true],
    ['c', false],
    ['a notin (2,3), b in (2)', true],
    ['a in (2)', false],
    ['', false],
    ['a in (1', false],
    ['a=1;b=2', false],
    ['constructor', false],
    ['a in (1,2),b=2', true],
    ['a=1,', false],
    [',', false],
  ])('reads the selector %s', (text, expected) => {
    expect(labelSelector(text)({ a: '1', b: '2' })).toBe(expected);
  });

  it('takes a selector beyond all measure for none, at once', () => {
    // Each comma was once compared with all that follow it.
    const before = performance.now();
    expect(labelSelector(`a=1${','.repeat(1_000_000)}`)({ a: '1' })).toBe(
      false,
    );
    expect(labelSelector(','.repeat(4_000))({ a: '1' })).toBe(false);
    expect(performance.now() - before).toBeLessThan(500);
  });
});
