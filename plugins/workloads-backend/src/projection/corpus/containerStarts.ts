import { Case } from './testUtils/Case';
import { backOff, creating, ended, up } from './testUtils/podShape';
import { waiting, withInit } from './testUtils/podTroubles';

/** Containers that a runtime does not start, or not in time. */
export const startCases: readonly Case[] = [
  [
    'the runtime holds the name of the container',
    'failed container-start',
    s =>
      s.sick(
        waiting(
          'CreateContainerError',
          'failed to reserve container name "app_pricing": name is reserved for "d6fc1b"',
        ),
      ),
  ],
  [
    'the runtime does not answer',
    'failed container-start',
    s => s.sick(waiting('CreateContainerError', 'context deadline exceeded')),
  ],
  [
    'the command is not in the image',
    'failed container-start',
    s =>
      s.sick({
        age: 5,
        containers: [
          backOff(
            ended(128, {
              reason: 'StartError',
              message:
                'failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: "serve": executable file not found in $PATH: unknown',
            }),
          ),
        ],
      }),
  ],
  [
    'the command is refused at the first try',
    'failed container-start',
    s =>
      s.sick(
        waiting(
          'RunContainerError',
          'failed to create containerd task: exec: "/app/serve": permission denied',
        ),
      ),
  ],
  [
    'a node with Docker cannot run the command',
    'failed container-start',
    s =>
      s.sick({
        age: 5,
        containers: [
          backOff(
            ended(127, {
              reason: 'ContainerCannotRun',
              message:
                'OCI runtime create failed: exec: "serve": executable file not found in $PATH',
            }),
          ),
        ],
      }),
  ],
  [
    'the hook after the start fails',
    'failed container-start',
    s =>
      s.sick(
        waiting(
          'PostStartHookError',
          'Exec lifecycle hook ([/bin/warm]) for Container "app" failed - error: command exited with 1',
        ),
      ),
  ],
  [
    'a pod is created for seconds',
    'progressing',
    s => s.sick({ age: 0.1, containers: [creating] }),
  ],
  [
    'a pod is created for twenty minutes and nobody says why',
    'degraded slow-start',
    s => s.sick({ age: 20, containers: [creating] }),
  ],
  [
    'it migrates at start for three minutes',
    'progressing',
    s => s.sick(withInit(up(3), { age: 3 })),
  ],
  [
    'it migrates at start for forty minutes',
    'degraded slow-start',
    s => s.sick(withInit(up(40), { age: 40 })),
  ],
  [
    'a reason that nobody knows',
    'degraded other',
    s => s.sick(waiting('FluxCapacitorEmpty', 'no plutonium', 3)),
  ],
  [
    'a gate holds it back for two minutes',
    'progressing',
    s =>
      s.sick({
        age: 2,
        phase: 'Pending',
        conditions: [
          {
            type: 'PodScheduled',
            status: 'False',
            reason: 'SchedulingGated',
            message: 'Scheduling is blocked due to non-empty scheduling gates',
          },
        ],
        over: {
          spec: {
            nodeName: undefined,
            schedulingGates: [{ name: 'example.com/quota' }],
          },
          status: { containerStatuses: undefined, startTime: undefined },
        },
      }),
  ],
  [
    'a gate holds it back for an hour',
    'degraded slow-start',
    s =>
      s.sick({
        age: 60,
        phase: 'Pending',
        conditions: [
          {
            type: 'PodScheduled',
            status: 'False',
            reason: 'SchedulingGated',
            message: 'Scheduling is blocked due to non-empty scheduling gates',
          },
        ],
        over: {
          spec: {
            nodeName: undefined,
            schedulingGates: [{ name: 'example.com/quota' }],
          },
          status: { containerStatuses: undefined, startTime: undefined },
        },
      }),
  ],
  [
    'no scheduler has looked at it for an hour',
    'degraded slow-start',
    s =>
      s.sick({
        age: 60,
        phase: 'Pending',
        over: {
          spec: { nodeName: undefined, schedulerName: 'gone' },
          status: {
            containerStatuses: undefined,
            startTime: undefined,
            conditions: null,
          },
        },
      }),
  ],
];
