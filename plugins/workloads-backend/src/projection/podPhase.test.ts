import { podPhase, podRestarts } from './podPhase';
import { podRow } from './podRow';
import { ago, Json, running, terminated, waiting } from './testUtils';

interface Status {
  readonly name: string;
  readonly state: Json;
  readonly ready?: boolean;
  readonly restartCount?: number;
}

const names = (statuses: readonly Status[]) =>
  statuses.map(({ name }) => ({ name, image: 'x:1' }));

/** A pod as kubectl would get it; `beside` are init containers that are restarted always. */
function pod(given: {
  phase?: string;
  reason?: string;
  main?: readonly Status[];
  init?: readonly Status[];
  beside?: readonly string[];
  conditions?: readonly Json[];
  deleted?: boolean;
}) {
  const { main = [], init = [], beside = [] } = given;
  return podRow({
    metadata: {
      uid: 'u',
      name: 'p',
      ...(given.deleted && {
        deletionTimestamp: ago(0),
        deletionGracePeriodSeconds: 30,
      }),
    },
    spec: {
      containers: names(main),
      initContainers: names(init).map(container => ({
        ...container,
        ...(beside.includes(container.name) && { restartPolicy: 'Always' }),
      })),
    },
    status: {
      phase: given.phase ?? 'Running',
      reason: given.reason,
      conditions: given.conditions ?? [],
      containerStatuses: main,
      initContainerStatuses: init,
    },
  });
}

const up: Status = { name: 'app', state: running(), ready: true };
const done: Status = {
  name: 'migrate',
  state: terminated({ exitCode: 0, reason: 'Completed' }),
};
const idle: Status = { name: 'app', state: waiting('PodInitializing') };
const is = (type: string, status = 'True', reason?: string): Json => ({
  type,
  status,
  reason,
});

describe('podPhase', () => {
  it.each<[string, Parameters<typeof pod>[0]]>([
    ['Running', { main: [up] }],
    ['Pending', { phase: 'Pending' }],
    ['Unknown', { phase: 'Unknown', main: [] }],
    [
      'SchedulingGated',
      {
        phase: 'Pending',
        conditions: [is('PodScheduled', 'False', 'SchedulingGated')],
      },
    ],
    [
      'ContainerCreating',
      {
        phase: 'Pending',
        main: [{ name: 'app', state: waiting('ContainerCreating') }],
      },
    ],
    [
      'CrashLoopBackOff',
      {
        main: [
          { name: 'app', state: waiting('CrashLoopBackOff') },
          { ...up, name: 'proxy' },
        ],
      },
    ],
    [
      'OOMKilled',
      { main: [{ name: 'app', state: terminated({ reason: 'OOMKilled' }) }] },
    ],
    [
      'Error',
      { phase: 'Failed', main: [{ name: 'app', state: terminated() }] },
    ],
    ['Completed', { phase: 'Succeeded', main: [{ ...done, name: 'app' }] }],
    ['Evicted', { phase: 'Failed', reason: 'Evicted' }],
    [
      'ExitCode:3',
      {
        main: [{ name: 'app', state: terminated({ reason: '', exitCode: 3 }) }],
      },
    ],
    [
      'Signal:9',
      {
        main: [
          { name: 'app', state: terminated({ reason: undefined, signal: 9 }) },
        ],
      },
    ],
    [
      'Running',
      {
        main: [
          { ...done, name: 'app' },
          { ...up, name: 'web' },
        ],
        conditions: [is('Ready')],
      },
    ],
    [
      'NotReady',
      {
        main: [
          { ...done, name: 'app' },
          { ...up, name: 'web' },
        ],
      },
    ],
    ['Terminating', { main: [up], deleted: true }],
    ['Unknown', { main: [up], deleted: true, reason: 'NodeLost' }],
    [
      'Completed',
      { phase: 'Succeeded', main: [{ ...done, name: 'app' }], deleted: true },
    ],
    [
      'Init:0/2',
      {
        phase: 'Pending',
        init: [
          { name: 'migrate', state: running() },
          { name: 'warm', state: waiting('PodInitializing') },
        ],
        main: [idle],
      },
    ],
    [
      'Init:1/2',
      {
        phase: 'Pending',
        init: [done, { name: 'warm', state: running() }],
        main: [idle],
      },
    ],
    [
      'Init:CrashLoopBackOff',
      {
        phase: 'Pending',
        init: [{ name: 'migrate', state: waiting('CrashLoopBackOff') }],
        main: [idle],
      },
    ],
    [
      'Init:Error',
      {
        phase: 'Pending',
        init: [{ name: 'migrate', state: terminated() }],
        main: [idle],
      },
    ],
    [
      'Init:ExitCode:7',
      {
        phase: 'Pending',
        init: [
          { name: 'migrate', state: terminated({ reason: '', exitCode: 7 }) },
        ],
        main: [idle],
      },
    ],
    ['PodInitializing', { phase: 'Pending', init: [done], main: [idle] }],
    [
      'Init:1/2',
      {
        phase: 'Pending',
        init: [
          { name: 'proxy', state: running(), ready: true },
          { name: 'warm', state: running() },
        ],
        beside: ['proxy'],
        main: [idle],
      },
    ],
    [
      'Init:0/1',
      {
        phase: 'Pending',
        init: [{ name: 'proxy', state: running() }],
        beside: ['proxy'],
        main: [idle],
      },
    ],
    [
      // A container beside the others that fails later keeps kubectl speaking of the start.
      'Init:CrashLoopBackOff',
      {
        init: [{ name: 'proxy', state: waiting('CrashLoopBackOff') }],
        beside: ['proxy'],
        main: [up],
        conditions: [is('Initialized'), is('Ready')],
      },
    ],
  ])('%s', (expected, given) => {
    expect(podPhase(pod(given))).toBe(expected);
  });
});

describe('podRestarts', () => {
  it('counts those at start until they are done, then those that serve', () => {
    const migrate = { ...done, restartCount: 2 };
    const proxy: Status = {
      name: 'proxy',
      state: running(),
      ready: true,
      restartCount: 3,
    };
    const app = { ...up, restartCount: 5 };
    const given = { init: [migrate, proxy], main: [app], beside: ['proxy'] };
    expect(podRestarts(pod(given))).toBe(8);
    const starting = { ...migrate, state: waiting('CrashLoopBackOff') };
    expect(
      podRestarts(pod({ ...given, init: [starting, proxy], main: [idle] })),
    ).toBe(5);
  });
});
