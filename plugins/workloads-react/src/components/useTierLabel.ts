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

/**
 * The name of a tier in the reader's language; a tier of the company's own stays as the company wrote it.
 * @public
 */
export function useTierLabel(): (tier: string) => string {
  const { t } = useTranslationRef(workloadsReactTranslationRef);
  return useCallback(
    (tier: string) =>
      tier in KNOWN ? t(KNOWN[tier as keyof typeof KNOWN]) : tier,
    [t],
  );
}
