import { useCallback } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Change } from '@domaindeck/backstage-plugin-workloads-common';
import { workloadsTranslationRef } from '../../translation';

/** Says in a word or two what a change changed, for where workload and environment are told already. */
export function useChangeText(): (change: Change) => string {
  const { t } = useTranslationRef(workloadsTranslationRef);
  return useCallback(
    (change: Change) => {
      if (change.type === 'scaling') {
        return change.from === undefined
          ? t('workloads.changed.scaledTo', { to: String(change.to) })
          : t('workloads.changed.scaled', {
              from: String(change.from),
              to: String(change.to),
            });
      }
      switch (change.form) {
        case 'first':
          return t('workloads.changed.first');
        case 'restart':
          return t('workloads.changed.restart');
        case 'configuration':
          return t('workloads.changed.configuration');
        case 'rollback':
          return change.from
            ? t('workloads.changed.backFrom', { from: change.from })
            : t('workloads.changed.back');
        default:
          return change.from
            ? t('workloads.changed.from', { from: change.from })
            : t('workloads.changed.image');
      }
    },
    [t],
  );
}
