import { ago } from '../testUtils';
import { Case } from './testUtils/Case';
import { ended, waits } from './testUtils/podShape';
import { waiting, withInit } from './testUtils/podTroubles';

/** Images that a node cannot get. */
export const imageCases: readonly Case[] = [
  [
    'the image is not there',
    'failed image-pull',
    s =>
      s.sick(
        waiting(
          'ImagePullBackOff',
          'Back-off pulling image "registry.example.com/payments/pricing:9": ErrImagePull: rpc error: code = NotFound desc = failed to pull and unpack image: not found',
        ),
      ),
  ],
  [
    'the first pull failed seconds ago',
    'failed image-pull',
    s =>
      s.sick(
        waiting(
          'ErrImagePull',
          'rpc error: code = NotFound desc = not found',
          0.1,
        ),
      ),
  ],
  [
    'the registry wants a sign-in',
    'failed image-pull',
    s =>
      s.sick(
        waiting(
          'ErrImagePull',
          'failed to authorize: failed to fetch anonymous token: unexpected status: 401 Unauthorized',
        ),
      ),
  ],
  [
    'the registry allows no more pulls',
    'failed image-pull',
    s =>
      s.sick(
        waiting(
          'ImagePullBackOff',
          'toomanyrequests: You have reached your pull rate limit',
        ),
      ),
  ],
  [
    'the node may not pull',
    'failed image-pull',
    s =>
      s.sick(
        waiting(
          'ErrImageNeverPull',
          'Container image "pricing:5" is not present with pull policy of Never',
        ),
      ),
  ],
  [
    'the registry is not there',
    'failed image-pull',
    s =>
      s.sick(
        waiting(
          'RegistryUnavailable',
          'image pull failed for registry.example.com/payments/pricing:5, this may be because the registry is unavailable',
        ),
      ),
  ],
  [
    'the image has no valid signature',
    'failed image-pull',
    s =>
      s.sick(
        waiting(
          'SignatureValidationFailed',
          'image pull failed for pricing because the signature validation failed',
        ),
      ),
  ],
  [
    'the image cannot be read',
    'failed image-pull',
    s =>
      s.sick(
        waiting('ImageInspectError', 'Failed to inspect image "pricing:5"'),
      ),
  ],
  [
    'the image name is not valid',
    'failed image-name',
    s =>
      s.sick(
        waiting(
          'InvalidImageName',
          'Failed to apply default image tag "Pricing:::1": couldn\'t parse image name "Pricing:::1": invalid reference format',
        ),
      ),
  ],
  [
    'the image of an init container is not there',
    'failed image-pull',
    s =>
      s.sick(
        withInit(
          waits('ImagePullBackOff', 'Back-off pulling image "migrate:9"'),
        ),
      ),
  ],
  [
    'one container of two has no image',
    'failed image-pull',
    s =>
      s.sick({
        age: 5,
        containers: [
          {},
          {
            name: 'proxy',
            state: waits(
              'ImagePullBackOff',
              'Back-off pulling image "proxy:9"',
            ),
          },
        ],
      }),
  ],
  [
    'all pods of a first release find no image',
    'failed image-pull',
    s =>
      s.sick(
        waiting('ImagePullBackOff', 'Back-off pulling image "pricing:9"'),
        { many: 3, rollout: ['under-way', 5] },
      ),
  ],
  [
    'a pull of a debugging container fails',
    'healthy',
    s => {
      const { current } = s.deployment();
      s.pods(current, 2);
      s.pod(current, {
        over: {
          spec: {
            ephemeralContainers: [{ name: 'debug', image: 'busybox:9' }],
          },
          status: {
            ephemeralContainerStatuses: [
              {
                name: 'debug',
                image: 'busybox:9',
                imageID: '',
                ready: false,
                restartCount: 0,
                state: waits('ImagePullBackOff'),
                lastState: {},
              },
            ],
          },
        },
      });
    },
  ],
  [
    'a debugging container ended badly',
    'healthy',
    s => {
      const { current } = s.deployment();
      s.pods(current, 2);
      s.pod(current, {
        over: {
          spec: { ephemeralContainers: [{ name: 'debug', image: 'busybox' }] },
          status: {
            ephemeralContainerStatuses: [
              {
                name: 'debug',
                image: 'busybox',
                imageID: 'b',
                ready: false,
                restartCount: 0,
                state: ended(130),
                lastState: {},
              },
            ],
          },
        },
      });
    },
  ],
  [
    'a pod without an image is on its way out',
    'healthy',
    s => {
      const { current, old } = s.deployment();
      s.pods(current, 3);
      s.pod(old, { ...waiting('ImagePullBackOff'), deletedSince: 0.2 });
    },
  ],
  [
    'an image is missing, says a clock ahead of ours',
    'failed image-pull',
    s =>
      s.sick({
        ...waiting('ImagePullBackOff', 'not found'),
        age: -4,
        over: { metadata: { creationTimestamp: ago(-4) } },
      }),
  ],
];
