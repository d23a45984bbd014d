import { useCallback } from 'react';
import { DateTime } from 'luxon';
import { appLanguageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useNow } from '@domaindeck/backstage-plugin-workloads-react';

/** Only the turn of the year changes what is written. */
const STEP_MS = 3_600_000;

/** Writes the day of a time as people say it, `12 Dec`, with the year unless it is this one. */
export function useDateText(): (at: string) => string {
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
        day: 'numeric',
        month: 'short',
        ...(thisYear ? {} : { year: 'numeric' }),
      });
    },
    [language, now],
  );
}
