import { dnsLabel } from '../objects';

/**
 * The namespace of an environment, `<domain>-<name>`, at most 63 characters.
 *
 * @param domainRef - full reference
 */
export function namespaceName(domainRef: string, name: string): string {
  return dnsLabel(`${domainName(domainRef)}-${name}`);
}

/** The name within a full reference. */
export function domainName(domainRef: string): string {
  return domainRef.slice(domainRef.lastIndexOf('/') + 1);
}
