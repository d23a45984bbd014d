import { shortImage } from '../image';
import { EventRow } from '../rows';
import { PodRule, Trouble } from './types';
import { earliest, firstSeen } from './warnings';

const REASONS: ReadonlySet<string | undefined> = new Set([
  'ErrImagePull',
  'ImagePullBackOff',
  'ErrImageNeverPull',
  'ImageInspectError',
  'RegistryUnavailable',
  'SignatureValidationFailed',
]);

/**
 * What a registry's refusal means, by the words that container runtimes pass on. The first match counts: a private
 * registry answers "repository does not exist or may require authorization" to both, and a missing image is the more
 * frequent of the two.
 */
const CAUSES: readonly (readonly [string, RegExp])[] = [
  ['throttled', /toomanyrequests|too many requests|rate limit|\b429\b/i],
  ['platform', /no match for platform|exec format/i],
  ['unknown-host', /no such host|name resolution|server misbehaving/i],
  [
    'not-found',
    /not found|manifest unknown|does not exist|name unknown|no such image|\b404\b/i,
  ],
  [
    'refused',
    /unauthorized|authentication required|authorization failed|access denied|denied|forbidden|no basic auth|\b40[13]\b/i,
  ],
  [
    'unreachable',
    /i\/o timeout|deadline exceeded|connection refused|connection reset|unreachable|TLS|x509|EOF|\b50[0-9]\b/i,
  ],
];

/** The image of a container cannot be brought to the node, or its name is no name. */
export const imagePull: PodRule = ({ pod, warnings }): Trouble | undefined => {
  const container = pod.containers.find(
    ({ state, reason }) =>
      state === 'waiting' &&
      (REASONS.has(reason) || reason === 'InvalidImageName'),
  );
  if (!container) {
    return undefined;
  }
  const since = earliest([
    firstSeen(warnings, ['Failed', 'InspectFailed', 'ErrImageNeverPull']),
    pod.startedAt,
  ]);
  const image = container.image ?? '';
  if (container.reason === 'InvalidImageName') {
    return {
      code: 'image-name',
      failing: true,
      container: container.name,
      since,
      detail: container.message,
      facts: { image, container: container.name },
    };
  }
  const detail = pullFailure(image, container.message, warnings);
  return {
    code: 'image-pull',
    failing: true,
    container: container.name,
    since,
    detail,
    facts: {
      image: shortImage(image),
      reference: image,
      registry: registryOf(image),
      container: container.name,
      cause: causeOf(container.reason, detail),
    },
  };
};

/** The first part of a name is a host when it looks like one; without one the runtime goes to Docker's. */
function registryOf(image: string): string {
  const [host, ...path] = image.split('/');
  return path.length && (/[.:]/.test(host) || host === 'localhost')
    ? host
    : 'docker.io';
}

/** While it backs off an older kubelet keeps the registry's answer only in the event of the attempt. */
function pullFailure(
  image: string,
  message: string | undefined,
  warnings: readonly EventRow[],
): string | undefined {
  if (message && !/^Back-off pulling image "[^"]*"$/.test(message)) {
    return message;
  }
  const attempt = warnings.find(
    event =>
      event.reason === 'Failed' &&
      event.message.startsWith('Failed to pull image') &&
      event.message.includes(image),
  );
  return attempt?.message ?? message;
}

function causeOf(
  reason: string | undefined,
  detail: string | undefined,
): string {
  if (reason === 'ErrImageNeverPull') {
    return 'never';
  }
  // The name of the image is taken out: it may hold any of the words.
  const words = (detail ?? '').replace(/"[^"]*"/g, '');
  return CAUSES.find(([, pattern]) => pattern.test(words))?.[0] ?? 'unknown';
}
