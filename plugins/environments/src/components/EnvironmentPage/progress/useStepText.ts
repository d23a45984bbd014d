import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Step } from '@domaindeck/backstage-plugin-environments-common';
import { hostOf } from '../../../model/hostOf';
import { environmentsTranslationRef } from '../../../translation';

/** How a step is said. */
export interface StepText {
  title(step: Step): string;
  /** What it is about; empty where there is nothing to say yet. */
  what(step: Step): string;
}

/** How steps are said in the reader's language. */
export function useStepText(): StepText {
  const { t } = useTranslationRef(environmentsTranslationRef);
  return useMemo(() => {
    const comma = t('common.comma');
    const join = (part: string | number | string[] | undefined) =>
      Array.isArray(part) ? part.join(comma) : String(part ?? '');
    return {
      title: ({ operation, step, state }) => {
        const done = state === 'done';
        switch (step) {
          case 'remove':
            return done
              ? t('progress.step.remove')
              : t('progress.step.removing');
          case 'list':
            return operation === 'delete'
              ? t('progress.step.unlist')
              : t('progress.step.list');
          case 'start':
            return done ? t('progress.step.started') : t('progress.step.start');
          case 'open':
            return done ? t('progress.step.opened') : t('progress.step.open');
          default:
            return t(`progress.step.${step}`);
        }
      },
      what: ({ operation, step, parts = {}, state }) => {
        const has = (name: string) => parts[name] !== undefined;
        switch (step) {
          case 'plan':
            return has('shared')
              ? t('progress.what.plan', {
                  count: Number(parts.services),
                  shared: join(parts.shared),
                })
              : '';
          case 'reserve':
            return has('cluster')
              ? t('progress.what.reserve', {
                  cluster: join(parts.cluster),
                  size: join(parts.size),
                })
              : '';
          case 'fence':
            return t('progress.what.fence');
          case 'settings':
            if (has('missing')) {
              return t('progress.what.settingsMissing', {
                missing: join(parts.missing),
              });
            }
            return has('settings')
              ? t('progress.what.settings', {
                  settings: t('progress.what.settingCount', {
                    count: Number(parts.settings),
                  }),
                  secrets: t('progress.what.secretCount', {
                    count: Number(parts.secrets),
                  }),
                })
              : '';
          case 'connect':
            if (has('services')) {
              return join(parts.services);
            }
            return has('shared')
              ? t('progress.what.connect', { shared: join(parts.shared) })
              : '';
          case 'start':
            return has('of') && state !== 'pending'
              ? t('progress.what.start', {
                  ready: join(parts.ready),
                  of: join(parts.of),
                })
              : '';
          case 'open':
            return has('address') ? hostOf(join(parts.address)) : '';
          case 'list':
            return operation === 'delete' ? '' : t('progress.what.list');
          default:
            return '';
        }
      },
    };
  }, [t]);
}
