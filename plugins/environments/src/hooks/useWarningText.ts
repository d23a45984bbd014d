import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EnvironmentWarning,
  WayOut,
} from '@domaindeck/backstage-plugin-environments-common';
import { durationMs } from '@domaindeck/backstage-plugin-environments-common';
import { SentenceKey, sentenceKeyOf } from '../model/warningKey';
import { environmentsTranslationRef } from '../translation';
import { warningMessages } from '../translation/warnings';
import { useTimeText } from './useTimeText';

/** How warnings are said. */
export interface WarningText {
  /** A few words. */
  title(warning: EnvironmentWarning): string;
  /** What is so, in one sentence. */
  sentence(warning: EnvironmentWarning): string;
  /** What the link that cures it says; undefined where nothing on the form does. */
  way(way: WayOut): string | undefined;
}

type Known<T> = keyof T & string;

/** Ways that lead to something on the form. */
const WAYS = warningMessages.way;

/** How warnings are said in the reader's language; a code of a newer backend is said in its own English. */
export function useWarningText(): WarningText {
  const { t } = useTranslationRef(environmentsTranslationRef);
  const time = useTimeText();
  return useMemo(() => {
    const comma = t('common.comma');
    const textOf = (value: string | number | readonly string[]) => {
      if (typeof value === 'object') {
        return value.join(comma);
      }
      const ms = typeof value === 'string' ? durationMs(value) : undefined;
      return ms === undefined ? String(value) : time.exact(ms);
    };
    const lookUp = t as unknown as (
      key: string,
      params: Record<string, string>,
    ) => string;
    return {
      title: ({ code }) => {
        const known: Known<typeof warningMessages.title> =
          code in warningMessages.title ? code : 'other';
        return lookUp(`warning.title.${known}`, {});
      },
      sentence: warning => {
        const key = sentenceKeyOf(warning);
        const known: SentenceKey | 'other' =
          key in warningMessages.sentence ? key : 'other';
        const parts = Object.entries(warning.parts).map(
          ([name, value]) => [name, textOf(value)] as const,
        );
        return lookUp(`warning.sentence.${known}`, {
          ...Object.fromEntries(parts),
          message: warning.message,
        });
      },
      way: ({ action, services = [], value }) => {
        if (!(action in WAYS)) {
          return undefined;
        }
        const key = action === 'rename' && !value ? 'renameTo' : action;
        return lookUp(`warning.way.${key}`, {
          services: services.join(comma),
          value: value === undefined ? '' : textOf(value),
        });
      },
    };
  }, [t, time]);
}
