import { projectNamespace } from '../projectNamespace';
import { NOW } from '../testUtils';
import {
  backOff,
  ended,
  PodShape,
  thrownOut,
  waits,
} from './testUtils/podShape';
import { Scene } from './testUtils/Scene';

function sentenceOf(shape: PodShape): string | undefined {
  const scene = new Scene();
  scene.sick(shape);
  const [{ problems }] = projectNamespace(scene.namespace.rows(), NOW);
  return problems[0]?.message;
}

const refusedStart = (message: string): PodShape => ({
  age: 5,
  containers: [backOff(ended(128, { reason: 'StartError', message }))],
});
const refusedConfig = (message: string): PodShape => ({
  age: 5,
  containers: [{ state: waits('CreateContainerConfigError', message) }],
});

describe('what the sentences take from the words of nodes', () => {
  it.each<[string, PodShape, string]>([
    [
      'a command that is not there, while it backs off',
      refusedStart(
        'OCI runtime create failed: exec: "serve": executable file not found in $PATH',
      ),
      '1 of 3 pods cannot start: the command of container app is not in its image',
    ],
    [
      'a command that may not be executed',
      refusedStart(
        'OCI runtime create failed: exec: "/app/serve": permission denied',
      ),
      '1 of 3 pods cannot start: the command of container app may not be executed',
    ],
    [
      'an image for other processors',
      refusedStart('exec /usr/bin/serve: exec format error'),
      '1 of 3 pods cannot start: the image of container app is not built for this kind of node',
    ],
    [
      'a user that is a name',
      refusedConfig(
        'container has runAsNonRoot and image has non-numeric user (app), cannot verify user is non-root',
      ),
      '1 of 3 pods cannot start: the image of container app does not say by number as whom it runs, as the pod asks',
    ],
    [
      'a user that is root',
      refusedConfig(
        'container has runAsNonRoot and image will run as root (pod: "pricing_payments-prod(9c1d)", container: app)',
      ),
      '1 of 3 pods cannot start: the image of container app runs as root, which the pod forbids',
    ],
    [
      'a disk of its own that is full',
      thrownOut(
        'Evicted',
        'Pod ephemeral local storage usage exceeds the total limit of containers 1Gi.',
      ),
      '1 pod was thrown off the node: it wrote more to the disk than it may',
    ],
    [
      'a volume of its own that is full',
      thrownOut(
        'Evicted',
        'Usage of EmptyDir volume "tmp" exceeds the limit "1Gi".',
      ),
      '1 pod was thrown off the node: it wrote more to the disk than it may',
    ],
    [
      'a node that turns away for a reason of its own',
      thrownOut(
        'Terminated',
        'Pod was terminated in response to imminent node shutdown.',
      ),
      '1 pod was thrown off the node: it was shut down',
    ],
  ])('%s', (_, shape, sentence) => {
    expect(sentenceOf(shape)).toBe(sentence);
  });
});
