import { useCallback } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { workloadsReactTranslationRef } from '../translation';

const KNOWN = {
  development: 'tier.development',
  testing: 'tier.testing',
  'pre-production': 'tier.preProduction',
  production: 'tier.production',
  partner: 'tier.partner',
} as const;

/** What the portal calls the tier of a cluster of which nobody has said it. */
const UNTOLD = 'unknown';

/**
 * The name of a tier in the reader's language; a tier of the company's own stays as the company wrote it. Where nobody has
 * said the tier of a cluster, the name of the cluster says more.
 * @public
 */
export function useTierLabel(): (tier: string, cluster?: string) => string {
  const { t } = useTranslationRef(workloadsReactTranslationRef);
  return useCallback(
    (tier: string, cluster?: string) => {
      if (tier === UNTOLD && cluster) {
        return cluster;
      }
      return tier in KNOWN ? t(KNOWN[tier as keyof typeof KNOWN]) : tier;
    },
    [t],
  );
}
