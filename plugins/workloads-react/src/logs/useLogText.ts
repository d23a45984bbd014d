import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { workloadsReactTranslationRef } from '../translation';
import { MessageKey } from '../translation/flattenMessages';
import { logsMessages } from '../translation/logs';

type WithoutPlural<K> = K extends `${infer Base}_${'one' | 'other'}` ? Base : K;

/**
 * Key of a text about logs; the plural forms of a text are one key.
 * @public
 */
export type LogTextKey = WithoutPlural<
  MessageKey<{ logs: typeof logsMessages }>
>;

/**
 * Gives a text about logs in the reader's language. `count` decides the plural.
 * @public
 */
export type LogText = (
  key: LogTextKey,
  params?: Readonly<Record<string, string | number>>,
) => string;

/**
 * The words of logs in the reader's language.
 * @public
 */
export function useLogText(): LogText {
  const { t } = useTranslationRef(workloadsReactTranslationRef);
  // The types of the keys are checked by LogTextKey; those of the ref are too large to be written out here.
  return useMemo(() => t as unknown as LogText, [t]);
}
