import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  clockTime,
  useAgeText,
  useCauseText,
  useNow,
  useProblemText,
} from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../translation';
import { Phrase, PhraseKey, PhraseValue } from './Phrase';
import { Say } from './Say';

/** Only the turn of the day changes how a clock time is written. */
const STEP_MS = 60_000;

/**
 * How phrases are said in the reader's language and zone. Keys of phrases are checked where the phrase is made, their
 * parameters by the tests of the models.
 */
export function useSay(): Say {
  const { t } = useTranslationRef(workloadsTranslationRef);
  const ageText = useAgeText();
  const problemText = useProblemText();
  const causeText = useCauseText();
  const now = useNow(STEP_MS);
  return useMemo(() => {
    const lookUp = t as unknown as (
      key: PhraseKey,
      params?: Record<string, string | number>,
    ) => string;
    const spanText = (ms: number) =>
      ms < 60_000
        ? lookUp('panel.seconds', { value: seconds(ms) })
        : ageText(ms);
    const valueText = (value: PhraseValue): string | number => {
      if (typeof value !== 'object') {
        return value;
      }
      if ('clock' in value) {
        return clockTime(value.clock, now);
      }
      return 'span' in value ? spanText(value.span) : say(value);
    };
    function say(phrase: Phrase): string {
      if ('text' in phrase) {
        return phrase.text;
      }
      if ('problem' in phrase) {
        return problemText.sentence(phrase.problem);
      }
      if ('step' in phrase) {
        return problemText.step(phrase.step) ?? '';
      }
      if ('message' in phrase) {
        return causeText(phrase.message, phrase.cause);
      }
      const params = Object.entries(phrase.params ?? {}).map(
        ([name, value]) => [name, valueText(value)] as const,
      );
      return lookUp(phrase.key, Object.fromEntries(params));
    }
    return say;
  }, [t, ageText, causeText, problemText, now]);
}

/** One decimal for what is short, none for the rest. */
function seconds(ms: number): number {
  return ms < 10_000 ? Math.round(ms / 100) / 10 : Math.round(ms / 1000);
}
