import { useCallback } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { accessTranslationRef } from '../../translation';
import { auditMessages } from '../../translation/audit';

type Deed = keyof typeof auditMessages.did;

/** What was done, or tried when it was refused; a verb unknown here by its own name. */
export function useDeedText(): (deed: string, refused: boolean) => string {
  const { t } = useTranslationRef(accessTranslationRef);
  return useCallback(
    (deed: string, refused: boolean) => {
      if (Object.hasOwn(auditMessages.did, deed)) {
        const known = deed as Deed;
        return refused ? t(`audit.tried.${known}`) : t(`audit.did.${known}`);
      }
      return refused
        ? t('audit.triedOther', { verb: deed })
        : t('audit.didOther', { verb: deed });
    },
    [t],
  );
}
