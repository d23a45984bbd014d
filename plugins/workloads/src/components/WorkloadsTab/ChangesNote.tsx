import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  FailureNote,
  isRefused,
} from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';
import { ChangedFilter } from './useChangedFilter';

/** Says when the filter "changed since" cannot do what it is asked; nothing while it can. */
export function ChangesNote(props: {
  filter: ChangedFilter;
}): JSX.Element | null {
  const { remote } = props.filter;
  const { t } = useTranslationRef(workloadsTranslationRef);
  if (remote.status !== 'failed') {
    return null;
  }
  return (
    <FailureNote
      title={t('workloads.changed.failed')}
      error={remote.error}
      kind={isRefused(remote.error) ? 'refused' : 'failed'}
      retry={{ label: t('workloads.live.tryNow'), onRetry: remote.reload }}
    />
  );
}
