import { useCallback } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TrafficStatus } from '@domaindeck/backstage-plugin-environments-common';
import { environmentsTranslationRef } from '../translation';

/** Why it cannot be told whether something is used, as the end of a sentence. */
export function useUntoldText(): (
  untold: Pick<TrafficStatus, 'code' | 'source' | 'service'>,
) => string {
  const { t } = useTranslationRef(environmentsTranslationRef);
  return useCallback(
    ({ code = 'no-source', source, service }) =>
      t(`common.untold.${code}`, {
        source: source ?? t('common.untold.theSource'),
        service: service ?? t('common.untold.theServices'),
      }),
    [t],
  );
}
