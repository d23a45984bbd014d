import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { DriftChange } from '@domaindeck/backstage-plugin-environments-common';
import { environmentsTranslationRef } from '../../../translation';

/** How a difference is said. */
export interface ChangeText {
  what(change: DriftChange): string;
  /** One of the three sides; a dash where it has none. Of secrets only whether it is older or newer. */
  value(change: DriftChange, side: string | undefined): string;
}

/** How differences are said in the reader's language. */
export function useChangeText(): ChangeText {
  const { t } = useTranslationRef(environmentsTranslationRef);
  return useMemo(
    () => ({
      what: ({ what, name = '' }) => t(`dialogs.drift.what.${what}`, { name }),
      value: ({ what }, side) => {
        if (side === undefined || side === '') {
          return '–';
        }
        if (what === 'secret' && (side === 'older' || side === 'newer')) {
          return t(`dialogs.drift.${side}`);
        }
        return side;
      },
    }),
    [t],
  );
}
