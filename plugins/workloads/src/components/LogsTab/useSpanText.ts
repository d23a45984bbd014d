import { useCallback } from 'react';
import {
  useAgeText,
  useLogText,
} from '@domaindeck/backstage-plugin-workloads-react';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** Writes how long a run or a wait lasts, to the second below an hour. */
export function useSpanText(): (ms: number) => string {
  const t = useLogText();
  const ageText = useAgeText();
  return useCallback(
    ms => {
      if (ms >= HOUR_MS) {
        return ageText(ms);
      }
      const seconds = Math.max(1, Math.ceil(ms / 1000));
      const minutes = Math.floor((seconds * 1000) / MINUTE_MS);
      const rest = seconds % 60;
      if (minutes === 0) {
        return t('logs.note.seconds', { n: seconds });
      }
      return rest === 0
        ? t('logs.note.minutes', { n: minutes })
        : t('logs.note.minutesSeconds', { n: minutes, rest });
    },
    [t, ageText],
  );
}
