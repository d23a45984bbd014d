import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { workloadsReactTranslationRef } from '../translation';
import { MessageKey } from '../translation/flattenMessages';
import { metricsMessages } from '../translation/metrics';

/**
 * Key of a text about metrics.
 * @public
 */
export type MetricTextKey = MessageKey<{ metrics: typeof metricsMessages }>;

/**
 * Gives a text about metrics in the reader's language.
 * @public
 */
export type MetricText = (
  key: MetricTextKey,
  params?: Readonly<Record<string, string | number>>,
) => string;

/**
 * The words of metrics in the reader's language.
 * @public
 */
export function useMetricText(): MetricText {
  const { t } = useTranslationRef(workloadsReactTranslationRef);
  // The types of the keys are checked by MetricTextKey; those of the ref are too large to be written out here.
  return useMemo(() => t as unknown as MetricText, [t]);
}
