import { useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
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
  open: WorkloadIdentity;
  detail: RemoteResult<WorkloadDetail>;
  chatText: () => string;
}): JSX.Element {
  const { open, detail, chatText } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(workloadsTranslationRef);
  const [showsYaml, setShowsYaml] = useState(false);
  return (
    <div className={classes.root}>
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
