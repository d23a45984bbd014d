import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  StatusMark,
  TextButton,
} from '@domaindeck/backstage-plugin-workloads-react';
import { failureOf } from '../../model/failureOf';
import { environmentsTranslationRef } from '../../translation';
import { VersionsState } from './useVersions';
import { useVersionStyles } from './useVersionStyles';

/** Why a list of versions is not complete; nothing where it is. */
export function VersionFoot(props: {
  versions: VersionsState;
}): JSX.Element | null {
  const { page, error, retry } = props.versions;
  const classes = useVersionStyles();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const again = (
    <TextButton look="link" onClick={retry}>
      {t('versions.again')}
    </TextButton>
  );
  if (error) {
    return (
      <div role="alert" className={classes.foot}>
        <StatusMark kind="failed" decorative />
        <span>
          {t('versions.failed', { message: failureOf(error).message })}
        </span>
        {again}
      </div>
    );
  }
  if (!page || page.registry.state === 'complete') {
    return null;
  }
  const { state, host = '', problem = 'no-registry' } = page.registry;
  return (
    <div role="status" className={classes.foot}>
      <StatusMark kind={state === 'none' ? 'unknown' : 'degraded'} decorative />
      <span>
        {t(`versions.problem.${problem}`, { host })}{' '}
        {state !== 'partial' && t('versions.onlyKnown')}
      </span>
      {state === 'none' ? <span /> : again}
    </div>
  );
}
