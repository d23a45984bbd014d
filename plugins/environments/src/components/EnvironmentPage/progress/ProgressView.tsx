import { useState } from 'react';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { environmentsApiRef } from '../../../environmentsApiRef';
import { useRefusalText, useWrite } from '../../../hooks';
import { isUnborn } from '../../../model/permitOf';
import { environmentsTranslationRef } from '../../../translation';
import { ConfirmDialog } from '../../parts/ConfirmDialog';
import { Crumbs } from '../../parts/Crumbs';
import { FailureStrip } from '../../parts/FailureStrip';
import { LiveDot } from '../../parts/LiveDot';
import { EnvironmentViewProps } from '../../parts/named';
import { StateChip } from '../../parts/StateChip';
import { usePageStyles } from '../../parts/usePageStyles';
import { usePanel } from '../usePanel';
import { DeleteDialog } from '../remove/DeleteDialog';
import { HappensCard } from './HappensCard';
import { NowCard } from './NowCard';
import { SecretsCard } from './SecretsCard';
import { StepList } from './StepList';
import { WhatCard } from './WhatCard';
import { WorkFooter } from './WorkFooter';

/** An environment on its way: being created, stopped, being deleted. */
export function ProgressView(props: EnvironmentViewProps): JSX.Element {
  const { record, steps, news, connection, onTryNow, accept } = props;
  const classes = usePageStyles();
  const api = useApi(environmentsApiRef);
  const refusal = useRefusalText();
  const { panel, open, close } = usePanel();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const [cancelling, setCancelling] = useState(false);
  const writing = useWrite(
    (idempotencyKey: string, action: 'retry' | 'cancel') =>
      api[action](record.id, { idempotencyKey }),
    accept,
  );
  const removing = record.state === 'deleting';
  return (
    <>
      <Crumbs
        title={
          <>
            {record.name} <StateChip record={record} />
          </>
        }
      >
        <LiveDot connection={connection} onTryNow={onTryNow} />
      </Crumbs>
      {writing.state === 'failed' && (
        <FailureStrip error={writing.error} onForget={writing.forget} />
      )}
      <div className={classes.cols}>
        <div className={classes.stack}>
          {record.pendingSecrets.length > 0 && !removing && (
            <SecretsCard record={record} accept={accept} />
          )}
          <NowCard record={record} steps={steps}>
            <StepList record={record} steps={steps} accept={accept} />
            {!removing && (
              <WorkFooter
                record={record}
                busy={writing.state === 'writing'}
                onRetry={() => writing.run('retry')}
                second={
                  isUnborn(record)
                    ? {
                        label: t('progress.foot.cancel'),
                        refused: refusal(record, 'cancel'),
                        onTake: () => setCancelling(true),
                      }
                    : {
                        label: t('progress.foot.delete'),
                        refused: refusal(record, 'delete'),
                        onTake: () => open('delete'),
                      }
                }
              />
            )}
          </NowCard>
        </div>
        <div className={classes.stack}>
          <WhatCard record={record} />
          <HappensCard record={record} steps={steps} news={news} />
        </div>
      </div>
      {cancelling && (
        <ConfirmDialog
          title={t('progress.cancelling.title', { name: record.name })}
          text={t('progress.cancelling.text')}
          stay={t('progress.cancelling.keep')}
          go={t('progress.cancelling.do')}
          look="dangerSolid"
          onStay={() => setCancelling(false)}
          onGo={() => {
            setCancelling(false);
            writing.run('cancel');
          }}
        />
      )}
      {panel === 'delete' && !removing && (
        <DeleteDialog record={record} accept={accept} onClose={close} />
      )}
    </>
  );
}
