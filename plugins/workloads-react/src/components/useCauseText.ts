import { useCallback } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cause } from '@domaindeck/backstage-plugin-workloads-common';
import { useNow } from '../clock';
import { workloadsReactTranslationRef } from '../translation';
import { causeTexts } from './causeTexts';
import { clockTime } from './times';

/** Only the turn of the day changes how a clock time is written. */
const STEP_MS = 60_000;

/**
 * Says why a cluster is as it is, or what a check found: a sentence of the backend in the reader's words where its code is
 * known, else the sentence as it came.
 * @public
 */
export function useCauseText(): (
  message: string,
  cause: Cause | undefined,
) => string {
  const { t } = useTranslationRef(workloadsReactTranslationRef);
  const now = useNow(STEP_MS);
  return useCallback(
    (message: string, cause: Cause | undefined) => {
      const text =
        cause && Object.hasOwn(causeTexts, cause.code)
          ? causeTexts[cause.code]
          : undefined;
      const facts = cause?.params ?? {};
      if (!text || !text.needs.every(name => name in facts)) {
        return message;
      }
      const { time } = facts;
      // Which facts a text takes is held against its places by a test; in English it is the backend's own sentence.
      const say = t as unknown as (
        key: string,
        params: Record<string, string>,
      ) => string;
      return say(text.key, {
        ...facts,
        message,
        ...(time === undefined ? {} : { time: clockTime(time, now) }),
      });
    },
    [t, now],
  );
}
