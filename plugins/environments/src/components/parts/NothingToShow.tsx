import { ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLinks } from '@backstage/plugin-catalog-react';
import {
  EmptyNotice,
  isRefused,
  TextButton,
  wordsOfError,
} from '@domaindeck/backstage-plugin-workloads-react';
import { isNotInstalled } from '../../model/failureOf';
import { environmentsTranslationRef } from '../../translation';

/**
 * Stands in the place of a page of which nothing can be shown: the backend has no such plugin, the reader may not, or the
 * portal does not answer.
 */
export function NothingToShow(props: {
  error: Error;
  /** What the page is about, such as the domain. */
  name: string;
  /** References of those whom to ask. */
  owners?: readonly string[];
  /** A way back. */
  back?: ReactNode;
  onRetry: () => void;
}): JSX.Element {
  const { error, name, owners = [], back, onRetry } = props;
  const { t } = useTranslationRef(environmentsTranslationRef);
  const again = (
    <>
      <TextButton onClick={onRetry}>{t('common.retry')}</TextButton>
      {back}
    </>
  );
  if (isNotInstalled(error)) {
    return (
      <EmptyNotice
        glyph="layers"
        title={t('common.notInstalled.title')}
        actions={again}
      >
        {t('common.notInstalled.text')}
      </EmptyNotice>
    );
  }
  if (isRefused(error)) {
    return (
      <EmptyNotice
        glyph="lock"
        title={t('common.noAccess.title')}
        actions={back}
      >
        {t('common.noAccess.text', { name })}
        {owners.length > 0 && (
          <p>
            {t('common.noAccess.ask')}{' '}
            <EntityRefLinks entityRefs={[...owners]} defaultKind="group" />
          </p>
        )}
      </EmptyNotice>
    );
  }
  return (
    <EmptyNotice glyph="refresh" title={t('common.lost.title')} actions={again}>
      {wordsOfError(error)}
    </EmptyNotice>
  );
}
