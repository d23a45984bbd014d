import { Json } from '../../testUtils';
import { Case } from './Case';
import {
  backOff,
  ContainerShape,
  creating,
  ended,
  PodShape,
  up,
  waits,
} from './podShape';
import { Scene } from './Scene';

/** A container that started again. */
export const again = (
  last: ReturnType<typeof ended>,
  { since = 1, restarts = 7, ready = true } = {},
): ContainerShape => ({ state: up(since), last, restarts, ready });

const initializing = waits('PodInitializing');

/** A Deployment of which one pod has such a container. */
export const well =
  (container: ContainerShape, more: Partial<PodShape> = {}): Case[2] =>
  s => {
    const { current } = s.deployment();
    s.pods(current, 2);
    s.pod(current, { containers: [container], ...more });
  };

/** A pod that crashes again and again. */
export const crashing = (
  last: ReturnType<typeof ended>,
  restarts = 6,
): PodShape => ({
  age: 30,
  containers: [backOff(last, restarts)],
});

/** A pod whose container waits. */
export const waiting = (
  reason: string,
  message?: string,
  age = 5,
): PodShape => ({
  age,
  containers: [{ state: waits(reason, message) }],
});

/** A pod whose container at start is in such a state. */
export const withInit = (
  state: ReturnType<typeof waits>,
  more: Partial<PodShape> = {},
  restarts = 0,
): PodShape => ({
  age: 5,
  phase: 'Pending',
  init: [{ name: 'migrate', state, ready: false, restarts }],
  containers: [{ state: initializing }],
  conditions: [
    {
      type: 'Initialized',
      status: 'False',
      reason: 'ContainersNotInitialized',
    },
  ],
  ...more,
});

/** A pod that is being made, with an event that says what is in the way. */
export const creatingWith = (
  s: Scene,
  reason: string,
  message: string,
  { age = 10, count = 12 } = {},
): void =>
  s.warn('Pod', s.sick({ age, containers: [creating] }), reason, message, {
    first: Math.min(age, 10),
    count,
  });

/** A pod whose volume is not there. */
export const mount =
  (message: string): Case[2] =>
  s =>
    creatingWith(s, 'FailedMount', message);

/** A pod that does not answer, so many minutes old. */
export const unready = (age: number) => ({
  age,
  containers: [{ ready: false, state: up(age) }],
});

export const onDelete: Json = {
  spec: { updateStrategy: { type: 'OnDelete', rollingUpdate: undefined } },
};
