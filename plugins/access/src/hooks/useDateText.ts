import { useCallback } from 'react';
import { DateTime, DateTimeFormatOptions } from 'luxon';
import { appLanguageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useNow } from '@domaindeck/backstage-plugin-workloads-react';

/** Only the turn of the year changes what is written. */
const STEP_MS = 3_600_000;

const DAY: DateTimeFormatOptions = { day: 'numeric', month: 'short' };
const MOMENT: DateTimeFormatOptions = {
  ...DAY,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
};

/** Writes the day of a time as people say it, `12 Dec`, with the year unless it is this one. */
export function useDateText(): (at: string) => string {
  return useTimeText(DAY);
}

/** Writes a time with its day, `12 Dec, 14:05`, with the year unless it is this one. */
export function useMomentText(): (at: string) => string {
  return useTimeText(MOMENT);
}

function useTimeText(fields: DateTimeFormatOptions): (at: string) => string {
  const { language } = useApi(appLanguageApiRef).getLanguage();
  const now = useNow(STEP_MS);
  return useCallback(
    (at: string) => {
      const time = DateTime.fromISO(at).setLocale(
        language === 'en' ? 'en-GB' : language,
      );
      if (!time.isValid) {
        return at;
      }
      const thisYear = time.year === DateTime.fromMillis(now).year;
      return time.toLocaleString({
        ...fields,
        ...(thisYear ? {} : { year: 'numeric' }),
      });
    },
    [fields, language, now],
  );
}
