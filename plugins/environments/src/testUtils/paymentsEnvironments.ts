import {
  Edge,
  EnvironmentRecord,
  ServiceOption,
} from '@domaindeck/backstage-plugin-environments-common';
import { anEnvironmentRecord } from './anEnvironmentRecord';
import { EnvironmentsWorld } from './EnvironmentsWorld';
import { fareRulesDrift } from './fareRulesDrift';
import { fareRulesHistory } from './fareRulesHistory';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const VERSIONS: Readonly<Record<string, string>> = {
  gateway: '2.15.0',
  orders: '7.8.0',
  pricing: '5.3.0',
  risk: '3.1.0',
  notifier: '3.2.0',
  refunds: '4.4.0',
  ledger: '1.10.0-rc.2',
  settlement: '1.1.0',
};

const EDGES: readonly Edge[] = [
  { from: '', to: 'gateway', kind: 'calls' },
  { from: 'gateway', to: 'orders', kind: 'calls' },
  { from: 'gateway', to: 'refunds', kind: 'calls' },
  { from: 'orders', to: 'pricing', kind: 'calls' },
  { from: 'orders', to: 'risk', kind: 'calls' },
  { from: 'orders', to: 'ledger', kind: 'calls' },
  { from: 'orders', to: 'notifier', kind: 'messages' },
  { from: 'refunds', to: 'ledger', kind: 'calls' },
  { from: 'settlement', to: 'ledger', kind: 'calls' },
  { from: 'pricing', to: 'fares-db', kind: 'data' },
];

function optionOf(name: string, now: number): ServiceOption {
  const version = VERSIONS[name];
  const ago = (ms: number) => new Date(now - ms).toISOString();
  return {
    name,
    kind: name === 'settlement' ? 'CronJob' : 'Deployment',
    component: `component:default/${name}`,
    version,
    image: `registry.example.com/payments/${name}:${version}`,
    entry: name === 'gateway',
    store: false,
    consumer: name === 'notifier' || name === 'settlement',
    health: name === 'ledger' ? 'progressing' : 'healthy',
    cloneable: true,
    versions: [
      { version, source: 'environment', where: 'dev-1/payments-dev' },
      ...(name === 'pricing'
        ? [
            {
              version: '5.4.0-night.3',
              source: 'branch' as const,
              where: 'feat/night-fares',
              at: ago(12 * MINUTE),
              state: 'built' as const,
            },
            {
              version: '5.3.0-fare.7',
              source: 'branch' as const,
              where: 'feat/fare-rules',
              at: ago(DAY),
              state: 'built' as const,
            },
            {
              version: '5.4.0-round.1',
              source: 'branch' as const,
              where: 'fix/fare-rounding',
              state: 'building' as const,
            },
            {
              version: '5.2.1',
              source: 'environment' as const,
              where: 'prod-sh/payments-prod',
              at: ago(2 * DAY),
            },
            { version: '5.2.0', source: 'registry' as const, at: ago(9 * DAY) },
          ]
        : []),
    ],
  };
}

/**
 * The environments of the demo's payments domain: two of Dev One, one of which cannot start, and others of colleagues, in
 * every state that an environment can be in.
 *
 * @param now - Milliseconds since the epoch; all times are counted from it.
 * @public
 */
export function paymentsEnvironments(
  now: number,
  part: Partial<EnvironmentsWorld> = {},
): EnvironmentsWorld {
  return {
    caller: 'user:default/dev-one',
    role: 'developer',
    domain: 'domain:default/payments',
    clusters: [
      {
        name: 'dev-1',
        title: 'dev-1',
        tier: 'development',
        state: 'live',
        zone: 'dev.example',
        mayCreate: true,
        baselines: [{ ref: 'dev-1/payments-dev', namespace: 'payments-dev' }],
      },
    ],
    guards: [{ cluster: 'dev-1', state: 'missing' }],
    services: [
      ...Object.keys(VERSIONS).map(name => optionOf(name, now)),
      {
        name: 'fares-db',
        kind: 'StatefulSet',
        version: '16.4',
        entry: false,
        store: true,
        consumer: false,
        cloneable: true,
        health: 'healthy',
        versions: [{ version: '16.4', source: 'environment' }],
      },
    ],
    edges: [...EDGES],
    relationsKnown: true,
    sizes: [
      { ...size('S', 2, 4, 20, 4), room: 9 },
      { ...size('M', 4, 8, 50, 9), room: 4 },
      { ...size('L', 8, 16, 100, 26), room: 0 },
    ],
    lives: ['PT8H', 'P1D', 'P3D', 'P7D', 'P14D'],
    maxLife: 'P14D',
    limits: { person: 3, domain: 20 },
    currency: 'CNY',
    hostTemplate: '{service}-{environment}.dev.example',
    clusterUse: 0.68,
    sleepWhenUnused: { offered: true },
    missingVersions: {},
    registry: { state: 'complete', host: 'registry.example.com' },
    registries: {},
    secrets: [],
    busy: ['ledger'],
    environments: environmentsOf(now),
    hidden: 2,
    drifts: { 'e-fare-rules': fareRulesDrift(now) },
    history: { 'e-fare-rules': fareRulesHistory(now) },
    steps: {},
    ...part,
  };
}

function size(
  name: string,
  cores: number,
  gib: number,
  disk: number,
  perDay: number,
): EnvironmentsWorld['sizes'][number] {
  return {
    name,
    cores,
    memory: gib * 2 ** 30,
    storage: disk * 2 ** 30,
    pods: cores * 10,
    perDay,
  };
}

function environmentsOf(now: number): EnvironmentRecord[] {
  const at = (ms: number) => new Date(now + ms).toISOString();
  const of = (
    name: string,
    who: string,
    life: { since: number; left: number },
    rest: Parameters<typeof anEnvironmentRecord>[0]['part'],
  ) =>
    anEnvironmentRecord({
      name,
      creator: `user:default/${who}`,
      createdAt: at(-life.since),
      expiresAt: at(life.left),
      versions: VERSIONS,
      part: rest,
    });
  return [
    of(
      'fare-rules',
      'dev-one',
      { since: 21 * HOUR, left: 3 * HOUR },
      {
        own: {
          gateway: '2.15.0',
          orders: '7.7.0',
          pricing: '5.3.0-fare.7',
          notifier: '3.2.0',
        },
        size: 'M',
        perDay: 14,
        drift: { orders: 'baseline-moved', pricing: 'both' },
        address: 'gateway',
        record: {
          collaborators: ['user:default/tester-two'],
          lastUsed: { at: at(-12 * MINUTE), by: 'user:default/tester-two' },
        },
      },
    ),
    of(
      'refund-retry',
      'dev-one',
      { since: DAY, left: 2 * DAY },
      {
        own: { refunds: '4.5.0-b2' },
        size: 'S',
        perDay: 5,
        record: {
          state: 'failed',
          readyAt: undefined,
          problem: {
            step: 'start',
            service: 'refunds',
            reason: {
              code: 'image-missing',
              message: 'manifest for refunds:4.5.0-b2 not found',
            },
            message: 'manifest for refunds:4.5.0-b2 not found',
            resumable: true,
          },
        },
      },
    ),
    of(
      'checkout-e2e',
      'tester-two',
      { since: DAY, left: 45 * MINUTE },
      {
        own: {
          gateway: '2.15.0',
          orders: '7.8.0',
          pricing: '5.3.0',
          risk: '3.1.0',
          ledger: '1.9.4',
        },
        size: 'L',
        perDay: 31,
        drift: { ledger: 'baseline-moved' },
        health: { risk: 'degraded' },
        address: 'gateway',
        record: {},
        why: 'nightly test of checkout',
      },
    ),
    of(
      'ledger-v2',
      'dev-three',
      { since: 40_000, left: 3 * DAY },
      {
        own: { ledger: '2.0.0', orders: '7.8.0', gateway: '2.15.0' },
        size: 'M',
        perDay: 9,
        record: {
          state: 'provisioning',
          progress: {
            operation: 'create',
            step: 'start',
            position: 6,
            of: 8,
            service: 'orders',
            reason: {
              code: 'starting',
              message: 'orders is started and not answering yet',
            },
            startedAt: at(-40_000),
            usualSeconds: 120,
          },
        },
      },
    ),
    of(
      'orders-load',
      'dev-three',
      { since: 9 * DAY, left: 5 * DAY },
      {
        own: { orders: '7.8.0', gateway: '2.15.0', ledger: '1.10.0-rc.2' },
        size: 'L',
        perDay: 0,
        address: 'gateway',
        record: { state: 'asleep', asleepSince: at(-18 * HOUR) },
        why: 'load test of orders',
      },
    ),
    of(
      'partner-audit',
      'tester-six',
      { since: 6 * DAY, left: 8 * DAY },
      {
        own: { gateway: '2.15.0', orders: '7.8.0', refunds: '4.4.0' },
        size: 'M',
        perDay: 12,
        address: 'gateway',
        record: { pinned: true },
        why: 'kept until the audit ends',
      },
    ),
  ];
}
