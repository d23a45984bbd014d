import { useCallback } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { workloadsReactTranslationRef } from '../translation';
import { ageOf } from './ageOf';

/**
 * Writes milliseconds as an age in the reader's language: `21 min`, `4 h`.
 * @public
 */
export function useAgeText(): (ms: number) => string {
  const { t } = useTranslationRef(workloadsReactTranslationRef);
  return useCallback(
    (ms: number) => {
      const age = ageOf(ms);
      return age.unit === 'now'
        ? t('age.now')
        : t(`age.${age.unit}`, { n: String(age.count) });
    },
    [t],
  );
}
