import { useCallback } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EnvironmentRecord } from '@domaindeck/backstage-plugin-environments-common';
import { parseEntityRef } from '@backstage/catalog-model';
import { useNow } from '@domaindeck/backstage-plugin-workloads-react';
import { ActionName, permitOf } from '../model/permitOf';
import { environmentsTranslationRef } from '../translation';
import { useTimeText } from './useTimeText';

/** A control that may not be used, and why. */
export interface Refused {
  readonly because: 'right' | 'waits';
  readonly reason: string;
}

/** Says why an environment does not take an action from the reader; undefined when it does. */
export function useRefusalText(): (
  record: EnvironmentRecord,
  action: ActionName,
) => Refused | undefined {
  const { t } = useTranslationRef(environmentsTranslationRef);
  const time = useTimeText();
  const now = useNow(60_000);
  return useCallback(
    (record: EnvironmentRecord, action: ActionName) => {
      const permit = permitOf(record, action);
      return permit.allowed
        ? undefined
        : {
            because: permit.because,
            reason: t(`common.refused.${permit.word}`, {
              domain: parseEntityRef(record.domain).name,
              cluster: record.cluster,
              date: time.day(record.latestExpiresAt, now, 'precise'),
            }),
          };
    },
    [t, time, now],
  );
}
