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

/** Looks names up here before the baseline, where a pod says itself that it looks there. */
export function withOwnSearch(
  spec: PodSpec,
  baseline: string,
  here: string,
): PodSpec {
  const searches = spec.dnsConfig?.searches ?? [];
  return searches.includes(baseline) && !searches.includes(here)
    ? {
        ...spec,
        dnsConfig: {
          ...spec.dnsConfig,
          searches: [here, ...searches].slice(0, MAX_SEARCHES),
        },
      }
    : spec;
}
