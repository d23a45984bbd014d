import { useMemo } from 'react';
import { DateTime } from 'luxon';
import {
  appLanguageApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { environmentsTranslationRef } from '../translation';
import { exactSpan, Span, spanOf } from '../model/lifeOf';

const DAY_MS = 86_400_000;

/** How lengths and points of time are written. */
export interface TimeText {
  /** Milliseconds, about: `3 h`. */
  span(ms: number): string;
  /** Milliseconds of which people said how long they are: `3 d`. */
  exact(ms: number): string;
  /** `today 17:10`, `tomorrow 12:00`, `Thu 26 Nov`; with the time of day where `precise`. */
  day(at: string, now: number, look?: 'plain' | 'precise'): string;
  /** `13:58` of today, `Mon 18:41` of the last days, else the day. */
  clock(at: string, now: number): string;
}

/** How times are written in the reader's language and zone. */
export function useTimeText(): TimeText {
  const { t } = useTranslationRef(environmentsTranslationRef);
  const { language } = useApi(appLanguageApiRef).getLanguage();
  return useMemo(() => {
    const locale = language === 'en' ? 'en-GB' : language;
    const timeOf = (at: string) => DateTime.fromISO(at).setLocale(locale);
    const write = ({ unit, n }: Span) =>
      t(`common.span.${unit}`, { n: String(n) });
    return {
      span: ms => write(spanOf(ms)),
      exact: ms => write(exactSpan(ms)),
      day: (at, now, look = 'plain') => {
        const time = timeOf(at);
        if (!time.isValid) {
          return at;
        }
        const today = DateTime.fromMillis(now);
        const clock = time.toFormat('HH:mm');
        if (time.hasSame(today, 'day')) {
          return t('common.life.today', { time: clock });
        }
        if (time.hasSame(today.plus({ days: 1 }), 'day')) {
          return t('common.life.tomorrow', { time: clock });
        }
        return time.toFormat(
          look === 'precise'
            ? t('common.life.dayTimeFormat')
            : t('common.life.dayFormat'),
        );
      },
      clock: (at, now) => {
        const time = timeOf(at);
        if (!time.isValid) {
          return at;
        }
        if (time.hasSame(DateTime.fromMillis(now), 'day')) {
          return time.toFormat('HH:mm');
        }
        return now - time.toMillis() < 6 * DAY_MS
          ? time.toFormat('ccc HH:mm')
          : time.toFormat(t('common.life.dayFormat'));
      },
    };
  }, [t, language]);
}
