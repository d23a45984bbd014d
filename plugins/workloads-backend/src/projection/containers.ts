import { Container } from '@domaindeck/backstage-plugin-workloads-common';
import { Fields } from './Fields';
import { isTagTelling, parseImage } from './image';
import { parseQuantity } from './quantity';

type Role = Container['role'];

/**
 * Reads the containers of a pod: the main ones first, then those that run at start and beside, then the ephemeral ones,
 * each group in the order of the spec.
 */
export function containersOf(spec: Fields, status: Fields): Container[] {
  return [
    ...group(
      spec.list('containers'),
      status.list('containerStatuses'),
      () => 'main',
    ),
    ...group(
      spec.list('initContainers'),
      status.list('initContainerStatuses'),
      container =>
        container.text('restartPolicy') === 'Always' ? 'sidecar' : 'init',
    ),
    ...group(
      spec.list('ephemeralContainers'),
      status.list('ephemeralContainerStatuses'),
      () => 'ephemeral',
    ),
  ];
}

function group(
  specs: readonly Fields[],
  statuses: readonly Fields[],
  roleOf: (container: Fields) => Role,
): Container[] {
  const byName = new Map(statuses.map(status => [status.text('name'), status]));
  const named = specs.flatMap(spec => {
    const name = spec.text('name');
    const status = (name && byName.get(name)) || Fields.of(undefined);
    byName.delete(name);
    return name ? [containerOf(name, roleOf(spec), spec, status)] : [];
  });
  // A kubelet without a specification at hand still tells how things are.
  const unnamed = [...byName].flatMap(([name, status]) =>
    name ? [containerOf(name, roleOf(status), Fields.of({}), status)] : [],
  );
  return [...named, ...unnamed];
}

function containerOf(
  name: string,
  role: Role,
  spec: Fields,
  status: Fields,
): Container {
  return {
    name,
    role,
    image: imageOf(spec, status),
    ...stateOf(status.at('state')),
    ready: status.flag('ready'),
    restarts: status.count('restartCount') ?? 0,
    lastEnd: lastEndOf(status.at('lastState')),
    resources: resourcesOf(spec.at('resources')),
  };
}

/** Where the tag does not tell what runs, the digest that the node found is added to the reference. */
function imageOf(spec: Fields, status: Fields): string | undefined {
  const image = spec.text('image') ?? status.text('image');
  const digest = parseImage(status.text('imageID') ?? '').digest;
  if (!image || !digest) {
    return image;
  }
  const reference = parseImage(image);
  return isTagTelling(reference.tag) || reference.digest
    ? image
    : `${image}@${digest}`;
}

function stateOf(
  state: Fields,
): Pick<
  Container,
  | 'state'
  | 'reason'
  | 'message'
  | 'exitCode'
  | 'signal'
  | 'startedAt'
  | 'endedAt'
> {
  if (state.has('terminated')) {
    const ended = state.at('terminated');
    return {
      state: 'ended',
      reason: ended.text('reason'),
      message: ended.message('message'),
      exitCode: ended.integer('exitCode'),
      signal: ended.count('signal') || undefined,
      startedAt: ended.time('startedAt'),
      endedAt: ended.time('finishedAt'),
    };
  }
  if (state.has('running')) {
    return {
      state: 'running',
      startedAt: state.at('running').time('startedAt'),
    };
  }
  const waiting = state.at('waiting');
  return {
    state: 'waiting',
    reason: waiting.text('reason'),
    message: waiting.message('message'),
  };
}

function lastEndOf(lastState: Fields): Container['lastEnd'] {
  if (!lastState.has('terminated')) {
    return undefined;
  }
  const ended = lastState.at('terminated');
  return {
    reason: ended.text('reason'),
    exitCode: ended.integer('exitCode'),
    signal: ended.count('signal') || undefined,
    message: ended.message('message'),
    startedAt: ended.time('startedAt'),
    at: ended.time('finishedAt'),
  };
}

function resourcesOf(resources: Fields): Container['resources'] {
  const requests = resources.at('requests');
  const limits = resources.at('limits');
  const found = {
    cpuRequest: parseQuantity(requests.quantity('cpu')),
    cpuLimit: parseQuantity(limits.quantity('cpu')),
    memoryRequest: parseQuantity(requests.quantity('memory')),
    memoryLimit: parseQuantity(limits.quantity('memory')),
  };
  return Object.values(found).some(value => value !== undefined)
    ? found
    : undefined;
}
