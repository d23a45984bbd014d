import { useCallback } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { accessTranslationRef } from '../translation';

const KNOWN = ['viewer', 'developer', 'operator', 'owner', 'auditor'] as const;

/** The name of a role in the reader's language; a role of the company's own stays as the company wrote it. */
export function useRoleText(): (role: string | undefined) => string {
  const { t } = useTranslationRef(accessTranslationRef);
  return useCallback(
    (role: string | undefined) => {
      if (role === undefined) {
        return t('rights.matrix.noRole');
      }
      const known = KNOWN.find(one => one === role);
      return known ? t(`rights.role.${known}`) : role;
    },
    [t],
  );
}
