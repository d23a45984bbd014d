/** What is known of a baseline before its Secrets are read. */
export interface SecretNames {
  /** Names of its Services. */
  readonly services: ReadonlySet<string>;
  readonly namespace: string;
}

/** Longer values are certificates and files. */
const MAX_LENGTH = 16 * 1024;

/** A host after a scheme or credentials. */
const AFTER =
  /(?:\b(https?|grpcs?|wss?|postgres(?:ql)?|mysql|mariadb|mongodb|rediss?|amqps?|nats|kafka|pulsar|mqtt|tcp):)?\/\/(?:[^@/\s]*@)?([a-z0-9.-]+)|@(?:tcp\()?([a-z0-9.-]+)/g;
/** A host before its port. */
const BEFORE = /(?<![\w.@-])([a-z0-9.-]+):\d{2,5}(?!\d)/g;
/** Keys that hold a host and nothing else. */
const HOST_KEY = /host|addr|server|endpoint|broker|node/i;

/**
 * The Services of a baseline whose addresses stand in a value of a Secret, as `amqp://queue` or `//db.shop`: enough to
 * tell where it leads, and nothing else of it. A word counts only where an address has its host.
 *
 * @param value - as it lies in the Secret, in base64
 */
export function secretAddresses(
  key: string,
  value: unknown,
  names: SecretNames,
): string {
  if (typeof value !== 'string' || value.length > MAX_LENGTH) {
    return '';
  }
  const text = Buffer.from(value, 'base64').toString('utf8');
  const hosts = [
    ...[...text.matchAll(AFTER)].map(([, scheme, host, other]) => ({
      scheme,
      host: host ?? other,
    })),
    ...[...text.matchAll(BEFORE)].map(([, host]) => ({ host, scheme: '' })),
    ...(HOST_KEY.test(key) ? [{ host: text.trim(), scheme: '' }] : []),
  ];
  const found = hosts.flatMap(({ scheme, host }) => {
    const address = addressOf(host, names);
    return address ? [`${scheme ? `${scheme}:` : ''}//${address}`] : [];
  });
  return [...new Set(found)].join(' ');
}

/** The short or the full name of a Service of the baseline; undefined for any other host. */
function addressOf(
  host: string,
  { services, namespace }: SecretNames,
): string | undefined {
  const parts = host.split('.');
  // A single pod comes before its Service.
  const first = /-\d+$/.test(parts[0]) && services.has(parts[1] ?? '') ? 1 : 0;
  const [service, space, svc] = parts.slice(first);
  if (!services.has(service)) {
    return undefined;
  }
  const member = first === 1 ? `${service}-0.` : '';
  if (space === undefined) {
    return `${member}${service}`;
  }
  return space === namespace && (svc === undefined || svc === 'svc')
    ? `${member}${service}.${namespace}`
    : undefined;
}
