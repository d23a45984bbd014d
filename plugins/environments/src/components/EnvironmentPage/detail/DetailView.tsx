import { useApi } from '@backstage/frontend-plugin-api';
import { environmentsApiRef } from '../../../environmentsApiRef';
import { useRefusalText, useWrite } from '../../../hooks';
import { isWorkedOn } from '../../../model/progressOf';
import { Crumbs } from '../../parts/Crumbs';
import { FailureStrip } from '../../parts/FailureStrip';
import { FileDialog } from '../../parts/FileDialog';
import { LiveDot } from '../../parts/LiveDot';
import { EnvironmentViewProps } from '../../parts/named';
import { StateChip } from '../../parts/StateChip';
import { useRowActions } from '../../parts/table';
import { useCardStyles } from '../../parts/useCardStyles';
import { usePageStyles } from '../../parts/usePageStyles';
import { DriftDrawer } from '../drift/DriftDrawer';
import { NowCard } from '../progress/NowCard';
import { SecretsCard } from '../progress/SecretsCard';
import { StepList } from '../progress/StepList';
import { WorkFooter } from '../progress/WorkFooter';
import { DeleteDialog } from '../remove/DeleteDialog';
import { useDrift } from '../useDrift';
import { usePanel } from '../usePanel';
import { AboutCard } from './AboutCard';
import { DetailActions } from './DetailActions';
import { HistoryCard } from './HistoryCard';
import { HistoryDrawer } from './HistoryDrawer';
import { OpenCard } from './OpenCard';
import { PinDialog } from './PinDialog';
import { ServicesCard } from './ServicesCard';

/** Where the page says who may change the environment. */
const REFUSED_ID = 'domaindeck-environment-right';

/** An environment that is there: where to open it, what it runs, how far it is from the baseline, what happened. */
export function DetailView(props: EnvironmentViewProps): JSX.Element {
  const { record, steps, news, connection, onTryNow, accept } = props;
  const classes = usePageStyles();
  const cards = useCardStyles();
  const api = useApi(environmentsApiRef);
  const actions = useRowActions(accept);
  const drift = useDrift(record);
  const { panel, open, close } = usePanel();
  const refused = useRefusalText()(record, 'change');
  const retrying = useWrite(
    (idempotencyKey: string) => api.retry(record.id, { idempotencyKey }),
    accept,
  );
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
        <DetailActions
          record={record}
          actions={actions}
          refusedBy={REFUSED_ID}
          onOpen={open}
        />
      </Crumbs>
      {refused?.because === 'right' && (
        <p id={REFUSED_ID} className={cards.faint}>
          {refused.reason}
        </p>
      )}
      {actions.error && (
        <FailureStrip error={actions.error} onForget={actions.forget} />
      )}
      {retrying.state === 'failed' && (
        <FailureStrip error={retrying.error} onForget={retrying.forget} />
      )}
      <OpenCard record={record} />
      {record.pendingSecrets.length > 0 && (
        <SecretsCard record={record} accept={accept} />
      )}
      {isWorkedOn(record) && (
        <NowCard record={record} steps={steps}>
          <StepList record={record} steps={steps} accept={accept} />
          {record.state === 'failed' && (
            <WorkFooter
              record={record}
              busy={retrying.state === 'writing'}
              onRetry={retrying.run}
            />
          )}
        </NowCard>
      )}
      <div className={classes.cols}>
        <ServicesCard record={record} drift={drift} />
        <div className={classes.stack}>
          <HistoryCard
            record={record}
            news={news}
            onAll={() => open('history')}
          />
          <AboutCard record={record} onFile={() => open('file')} />
        </div>
      </div>
      {panel === 'drift' && (
        <DriftDrawer record={record} accept={accept} onClose={close} />
      )}
      {panel === 'delete' && (
        <DeleteDialog record={record} accept={accept} onClose={close} />
      )}
      {panel === 'history' && <HistoryDrawer record={record} onClose={close} />}
      {panel === 'file' && (
        <FileDialog specification={record.specification} onClose={close} />
      )}
      {panel === 'pin' && (
        <PinDialog record={record} accept={accept} onClose={close} />
      )}
    </>
  );
}
