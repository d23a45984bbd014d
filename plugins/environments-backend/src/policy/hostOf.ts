import { dnsLabel, fitLabel } from '../objects';
import { domainName } from './namespaceName';

/** Host template unless the config has another. */
export const DEFAULT_HOST_TEMPLATE = '{service}-{environment}.{zone}';

const MAX_HOST = 253;
const MAX_LABEL = 63;
/** Letters of a service's name and the hash of the rest. */
const MIN_SERVICE = 12;

/**
 * The host of a service of an environment. Parts may be too long for DNS: see {@link hostProblem}.
 *
 * @param facts - zone and template of the cluster
 */
export function hostOf(
  facts: { readonly zone: string; readonly hostTemplate?: string },
  names: {
    readonly service: string;
    readonly environment: string;
    readonly domain: string;
  },
): string {
  const whole = plainLabel(names.service);
  const hostWith = (service: string) => {
    const values: Readonly<Record<string, string>> = {
      service,
      environment: names.environment,
      domain: dnsLabel(domainName(names.domain)),
      zone: facts.zone,
    };
    return (facts.hostTemplate ?? DEFAULT_HOST_TEMPLATE).replace(
      /\{(\w+)\}/g,
      (text, part) => values[part] ?? text,
    );
  };
  const host = hostWith(whole);
  const over =
    Math.max(...host.split('.').map(label => label.length)) - MAX_LABEL;
  // The name of a service is nobody's to choose here: a long one is cut. What is left must still tell it from others.
  const room = whole.length - over;
  return over > 0 && room >= MIN_SERVICE
    ? hostWith(fitLabel(whole, room))
    : host;
}

/** What is wrong with a host; undefined when nothing is. */
export function hostProblem(
  host: string,
): 'too-long' | 'characters' | undefined {
  const labels = host.split('.');
  if (host.length > MAX_HOST || labels.some(one => one.length > MAX_LABEL)) {
    return 'too-long';
  }
  return labels.every(one => /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(one))
    ? undefined
    : 'characters';
}

/** Names of Kubernetes may have dots, which would begin a new label. */
function plainLabel(name: string): string {
  return name.toLocaleLowerCase('en-US').replace(/[^a-z0-9]+/g, '-');
}
