import { useCallback } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { accessTranslationRef } from '../../translation';
import { VERB_GROUPS, VerbName } from './model/verbGroups';

/** What a verb, or a group of them, is called in the reader's language; a verb unknown here by its own name. */
export function useVerbText(): (name: VerbName) => string {
  const { t } = useTranslationRef(accessTranslationRef);
  return useCallback(
    (name: VerbName) => {
      if (name.type === 'group') {
        return t(`rights.verb.${name.key}`);
      }
      const alone = VERB_GROUPS.find(
        ({ verbs }) => verbs.length === 1 && name.verb === verbs[0],
      );
      return alone ? t(`rights.verb.${alone.key}`) : name.verb;
    },
    [t],
  );
}
