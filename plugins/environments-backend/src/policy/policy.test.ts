import {
  durationMs,
  Specification,
} from '@domaindeck/backstage-plugin-environments-common';
import { GIB, KubernetesObject } from '../objects';
import { checkExtend, dueNotice } from './checkExtend';
import { checkLimits } from './checkLimits';
import { costOf } from './costOf';
import { freeName } from './freeName';
import { guardNamespace } from './guardNamespace';
import { hostOf, hostProblem } from './hostOf';
import { namespaceName } from './namespaceName';
import { DEFAULT_SIZES, limitRange, resourceQuota } from './sizes';

const DAY = 86_400_000;

const specification: Specification = {
  name: 'night-fares',
  domain: 'domain:default/payments',
  cluster: 'dev-1',
  size: 'M',
  expiresIn: 'P3D',
  services: [{ name: 'pricing' }],
};

describe('names', () => {
  it('make a namespace that DNS takes, and two long ones stay apart', () => {
    expect(namespaceName('domain:default/payments', 'fare-rules')).toBe(
      'payments-fare-rules',
    );
    expect(namespaceName('domain:default/My_Shop.EU', 'a')).toBe(
      'my-shop-eu-a',
    );
    expect(namespaceName('domain:default/7up', 'a')).toBe('x-7up-a');
    const long =
      'a-very-long-name-of-a-domain-that-goes-on-and-on-for-ever-and-ever';
    const names = ['one', 'two'].map(name =>
      namespaceName(`domain:default/${long}`, name),
    );
    expect(new Set(names).size).toBe(2);
    for (const name of names) {
      expect(name).toMatch(/^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/);
    }
  });

  it('make hosts, and tell what DNS does not take', () => {
    const names = {
      service: 'ui.front',
      environment: 'fare',
      domain: 'domain:default/payments',
    };
    expect(hostOf({ zone: 'dev.example' }, names)).toBe(
      'ui-front-fare.dev.example',
    );
    expect(
      hostOf(
        { zone: 'z', hostTemplate: '{environment}.{domain}.{zone}/{other}' },
        names,
      ),
    ).toBe('fare.payments.z/{other}');
    expect(hostProblem('a.dev.example')).toBeUndefined();
    expect(hostProblem(`${'a'.repeat(64)}.dev`)).toBe('too-long');
    expect(hostProblem(Array(60).fill('abcd').join('.'))).toBe('too-long');
    expect(hostProblem('-a.dev')).toBe('characters');
  });

  it('find a free one within the length', () => {
    expect(freeName('fare-rules', ['fare-rules'])).toBe('fare-rules-2');
    expect(freeName('fare-rules-2', ['fare-rules-2', 'fare-rules-3'])).toBe(
      'fare-rules-4',
    );
    expect(freeName('a'.repeat(40), [])).toBe(`${'a'.repeat(38)}-2`);
  });
});

describe('limits', () => {
  const limits = {
    specification,
    sizes: DEFAULT_SIZES,
    maxLifeMs: 14 * DAY,
    quota: { person: { used: 2, limit: 3 }, domain: { used: 0 } },
  };

  it('leave room to the last place and no further', () => {
    expect(checkLimits(limits)).toEqual([]);
    const full = checkLimits({
      ...limits,
      quota: {
        person: { used: 3, limit: 3 },
        group: { used: 5, limit: 5 },
        domain: { used: 20, limit: 20 },
      },
    });
    expect(
      full.map(one => [one.code, one.severity, one.wayOut?.action]),
    ).toEqual([
      ['quota-person', 'block', 'end-environment'],
      ['quota-group', 'block', 'end-environment'],
      ['quota-domain', 'block', 'end-environment'],
    ]);
    expect(full[0].message).toBe('You have 3 of 3 environments.');
  });

  it('refuse a size that is not given and a life that is too long', () => {
    const refused = checkLimits({
      ...limits,
      allowedSizes: ['S'],
      specification: { ...specification, expiresIn: 'P15D' },
    });
    expect(refused.map(one => [one.code, one.wayOut?.value])).toEqual([
      ['size-over-limit', 'S'],
      ['life-over-limit', 'P14D'],
    ]);
    expect(
      checkLimits({
        ...limits,
        specification: { ...specification, expiresIn: 'P14D' },
      }),
    ).toEqual([]);
  });

  it('hold extending to the maximum life from the beginning, but for what is pinned', () => {
    const environment = { createdAt: 0, maxLifeMs: 14 * DAY };
    expect(checkExtend(environment, 14 * DAY, DAY)).toBeUndefined();
    expect(checkExtend(environment, 14 * DAY + 1, DAY)).toBe('over-limit');
    expect(
      checkExtend({ ...environment, pinned: true }, 20 * DAY, DAY),
    ).toBeUndefined();
    expect(checkExtend(environment, DAY, DAY)).toBe('past');
    expect(checkExtend(environment, Number.NaN, DAY)).toBe('past');
  });

  it('give one notice at a time, each once', () => {
    const notices = [durationMs('PT24H')!, durationMs('PT1H')!];
    const [day, hour] = notices;
    expect(dueNotice(2 * DAY, 0, notices, [])).toBeUndefined();
    expect(dueNotice(2 * DAY, DAY, notices, [])).toBe(day);
    expect(dueNotice(2 * DAY, DAY + 1, notices, [day])).toBeUndefined();
    expect(dueNotice(2 * DAY, 2 * DAY - hour, notices, [day])).toBe(hour);
    // The worker slept through the first one.
    expect(dueNotice(2 * DAY, 2 * DAY - hour, notices, [])).toBe(hour);
    expect(dueNotice(2 * DAY, 2 * DAY - 1, notices, [hour])).toBeUndefined();
    expect(dueNotice(2 * DAY, 2 * DAY, notices, [])).toBeUndefined();
  });
});

describe('sizes and cost', () => {
  it('write a size as quota and bounds', () => {
    const [small] = DEFAULT_SIZES;
    expect(resourceQuota(small).spec).toMatchObject({
      hard: {
        'requests.cpu': '2000m',
        'requests.memory': '4096Mi',
        pods: '20',
        'services.loadbalancers': '0',
      },
    });
    expect(limitRange(small).spec).toMatchObject({
      limits: [
        { type: 'Container', max: { cpu: '2000m', memory: '4096Mi' } },
        { type: 'PersistentVolumeClaim' },
      ],
    });
  });

  it('count hours awake, and what is to come', () => {
    const prices = { currency: '¥', coreHour: 0.1, gibHour: 0.05 };
    const resources = { cores: 2, memory: 4 * GIB };
    expect(costOf(resources, prices)).toEqual({ currency: '¥', perDay: 9.6 });
    expect(
      costOf(resources, prices, { awakeMs: DAY / 2, remainingMs: DAY }),
    ).toEqual({
      currency: '¥',
      perDay: 9.6,
      soFar: 4.8,
      total: 14.4,
    });
  });
});

describe('guardNamespace', () => {
  const environment = {
    id: 'e1',
    namespace: 'payments-fare',
    namespaceUid: 'u1',
  };
  const namespace: KubernetesObject = {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name: 'payments-fare',
      uid: 'u1',
      labels: {
        'app.kubernetes.io/managed-by': 'domaindeck',
        'domaindeck.io/environment-id': 'e1',
        'domaindeck.io/role': 'environment',
      },
    },
  };
  const guard = (
    changes: Partial<Parameters<typeof guardNamespace>[0]>,
    metadata = {},
  ) =>
    guardNamespace({
      namespace: {
        ...namespace,
        metadata: { ...namespace.metadata, ...metadata },
      },
      environment,
      selfService: true,
      baselines: ['payments'],
      ...changes,
    });

  it('lets through only what is ours in every respect', () => {
    expect(guard({})).toBeUndefined();
    expect(
      guard({ environment: { ...environment, namespaceUid: undefined } }),
    ).toBeUndefined();
    expect(guard({ selfService: false })).toBe('self-service-off');
    expect(guard({ baselines: ['payments-fare'] })).toBe('is-baseline');
    expect(
      guard(
        {},
        {
          labels: {
            ...namespace.metadata.labels,
            'domaindeck.io/role': 'baseline',
          },
        },
      ),
    ).toBe('is-baseline');
    expect(guard({}, { name: 'payments-other' })).toBe('other-name');
    expect(guard({}, { labels: {} })).toBe('not-ours');
    expect(
      guard(
        {},
        {
          labels: {
            ...namespace.metadata.labels,
            'app.kubernetes.io/managed-by': 'helm',
          },
        },
      ),
    ).toBe('not-ours');
    expect(
      guard(
        {},
        {
          labels: {
            ...namespace.metadata.labels,
            'domaindeck.io/environment-id': 'e2',
          },
        },
      ),
    ).toBe('other-environment');
    expect(guard({}, { uid: 'u2' })).toBe('other-uid');
  });
});
