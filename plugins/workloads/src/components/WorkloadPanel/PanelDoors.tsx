import { useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Workload,
  WorkloadDetail,
  WorkloadIdentity,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  CopyButton,
  RemoteResult,
  TextButton,
  tokensOf,
} from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';
import { LogsDoorLink } from '../parts/LogsDoorLink';
import { YamlDialog } from './YamlDialog';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: 8,
      padding: '12px 0 16px',
      borderBottom: `1px solid ${tokensOf(theme).border}`,
    },
  }),
  { name: 'DomainDeckPanelDoors' },
);

/** The ways out of the panel: the object itself, and words for a chat. */
export function PanelDoors(props: {
  workload: Workload;
  open: WorkloadIdentity;
  detail: RemoteResult<WorkloadDetail>;
  chatText: () => string;
}): JSX.Element {
  const { workload, open, detail, chatText } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(workloadsTranslationRef);
  const [showsYaml, setShowsYaml] = useState(false);
  return (
    <div className={classes.root}>
      <LogsDoorLink
        look="boxed"
        door={{
          service: workload.name,
          environment: `${workload.cluster}/${workload.namespace}`,
          since: workload.problems[0]?.since,
        }}
      >
        {t('panel.doors.logs')}
      </LogsDoorLink>
      <TextButton glyph="yaml" onClick={() => setShowsYaml(true)}>
        {t('panel.doors.yaml')}
      </TextButton>
      <CopyButton text={chatText}>{t('panel.doors.chat')}</CopyButton>
      {showsYaml && (
        <YamlDialog
          name={open.name}
          location={
            detail.status === 'ready'
              ? {
                  cluster: open.cluster,
                  namespace: open.namespace,
                  name: open.name,
                  ...detail.data.resource,
                }
              : undefined
          }
          unknown={
            detail.status === 'failed'
              ? { error: detail.error, retry: detail.reload }
              : undefined
          }
          onClose={() => setShowsYaml(false)}
        />
      )}
    </div>
  );
}
