import { PodSpec } from '../../objects';

/** More search paths than this are refused by the API server. */
const MAX_SEARCHES = 32;

/** Looks names that are not found here up in the baseline, after all other places. */
export function withSearches(spec: PodSpec, search: string): PodSpec {
  const searches = spec.dnsConfig?.searches ?? [];
  return searches.includes(search) || searches.length >= MAX_SEARCHES
    ? spec
    : {
        ...spec,
        dnsConfig: { ...spec.dnsConfig, searches: [...searches, search] },
      };
}
