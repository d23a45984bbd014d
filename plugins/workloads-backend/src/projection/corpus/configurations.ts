import { Case } from './testUtils/Case';
import { waits } from './testUtils/podShape';
import { waiting, withInit, mount } from './testUtils/podTroubles';

/** What a container is configured with, and is not there or not allowed. */
export const configurationCases: readonly Case[] = [
  [
    'a Secret is missing',
    'failed config-missing',
    s =>
      s.sick(
        waiting('CreateContainerConfigError', 'secret "pricing-db" not found'),
      ),
  ],
  [
    'a key of a Secret is missing',
    'failed config-missing',
    s =>
      s.sick(
        waiting(
          'CreateContainerConfigError',
          "couldn't find key PASSWORD in Secret payments-prod/pricing-db",
        ),
      ),
  ],
  [
    'a ConfigMap is missing',
    'failed config-missing',
    s =>
      s.sick(
        waiting(
          'CreateContainerConfigError',
          'configmap "pricing" not found',
          0.2,
        ),
      ),
  ],
  [
    'a ConfigMap of an init container is missing',
    'failed config-missing',
    s =>
      s.sick(
        withInit(
          waits('CreateContainerConfigError', 'configmap "migrate" not found'),
        ),
      ),
  ],
  [
    'it may not run as root and would',
    'failed container-start',
    s =>
      s.sick(
        waiting(
          'CreateContainerConfigError',
          'container has runAsNonRoot and image will run as root (pod: "pricing-7c9d5f-2xkqp_payments-prod(9c1d)", container: app)',
        ),
      ),
  ],
  [
    'its user is a name',
    'failed container-start',
    s =>
      s.sick(
        waiting(
          'CreateContainerConfigError',
          'container has runAsNonRoot and image has non-numeric user (app), cannot verify user is non-root',
        ),
      ),
  ],
  [
    'a path in a volume cannot be made',
    'failed container-start',
    s =>
      s.sick(
        waiting(
          'CreateContainerConfigError',
          'failed to prepare subPath for volumeMount "data" of container "app"',
        ),
      ),
  ],
  [
    'a mounted Secret is missing',
    'failed config-missing',
    mount(
      'MountVolume.SetUp failed for volume "tls" : secret "pricing-tls" not found',
    ),
  ],
  [
    'a mounted ConfigMap lacks a key',
    'failed config-missing',
    mount(
      'MountVolume.SetUp failed for volume "config" : configmap references non-existent config key: app.yaml',
    ),
  ],
  [
    'a mounted Secret lacks a key',
    'failed config-missing',
    mount(
      'MountVolume.SetUp failed for volume "tls" : references non-existent secret key: tls.crt',
    ),
  ],
  [
    'environment of services is not read yet',
    'progressing',
    s =>
      s.sick({
        age: 0.1,
        containers: [
          {
            state: waits(
              'CreateContainerConfigError',
              'services have not yet been read at least once, cannot construct envvars',
            ),
          },
        ],
      }),
  ],
  [
    'a node has not read the ConfigMap of a container yet',
    'progressing',
    s =>
      s.sick({
        age: 0.2,
        containers: [
          {
            state: waits(
              'CreateContainerConfigError',
              'failed to sync configmap cache: timed out waiting for the condition',
            ),
          },
        ],
      }),
  ],
  [
    'a node never reads the ConfigMap of a container',
    'failed container-start',
    s =>
      s.sick({
        age: 8,
        containers: [
          {
            state: waits(
              'CreateContainerConfigError',
              'failed to sync configmap cache: timed out waiting for the condition',
            ),
          },
        ],
      }),
  ],
];
