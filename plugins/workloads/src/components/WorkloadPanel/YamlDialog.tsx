import { ReactNode, useId, useMemo } from 'react';
import Dialog from '@material-ui/core/Dialog';
import Skeleton from '@material-ui/lab/Skeleton';
import { makeStyles } from '@material-ui/core/styles';
import { stringify } from 'yaml';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ObjectLocation } from '@domaindeck/backstage-plugin-workloads-common';
import {
  CopyButton,
  FailureNote,
  isRefused,
  tokensOf,
  ToolButton,
  useLiveObject,
} from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';
import { useSay } from '../../translation/useSay';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      paper: { fontFamily: theme.typography.fontFamily },
      head: {
        display: 'flex',
        alignItems: 'center',
        gap: 8,
        padding: '12px 12px 0 20px',
      },
      title: {
        flex: 1,
        minWidth: 0,
        margin: 0,
        fontSize: 16,
        lineHeight: '24px',
        fontWeight: 600,
        overflowWrap: 'anywhere',
      },
      note: {
        margin: 0,
        padding: '0 20px 12px',
        fontSize: 12,
        lineHeight: '16px',
        color: tokens.text3,
      },
      body: { padding: '0 20px 20px', minHeight: 160, overflow: 'auto' },
      code: {
        margin: 0,
        padding: '8px 12px',
        border: `1px solid ${tokens.border}`,
        borderRadius: 4,
        background: tokens.code,
        fontFamily: tokens.mono,
        fontSize: 12,
        lineHeight: '18px',
        whiteSpace: 'pre',
        overflowX: 'auto',
      },
    };
  },
  { name: 'DomainDeckYamlDialog' },
);

/** The live object as YAML, read when the dialog opens. */
export function YamlDialog(props: {
  name: string;
  /** Undefined while it is not known where the object is. */
  location?: ObjectLocation;
  /** Why it is not known. */
  unknown?: { error: Error; retry: () => void };
  onClose: () => void;
}): JSX.Element {
  const { name, location, unknown, onClose } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(workloadsTranslationRef);
  const say = useSay();
  const titleId = useId();
  const live = useLiveObject(location);
  const object = live.status === 'ready' ? live.data.object : undefined;
  const yaml = useMemo(
    // Long strings stay on their line, so that what is copied can be searched and compared.
    () => (object ? stringify(object, { lineWidth: 0 }) : undefined),
    [object],
  );
  let error = unknown?.error;
  let retry = unknown?.retry;
  if (live.status === 'failed') {
    ({ error, reload: retry } = live);
  }

  const body = (): ReactNode => {
    if (yaml !== undefined) {
      return <pre className={classes.code}>{yaml}</pre>;
    }
    if (error && retry) {
      const refused = isRefused(error);
      return (
        <FailureNote
          title={t(refused ? 'panel.yaml.refused' : 'panel.yaml.failed')}
          error={error}
          kind={refused ? 'refused' : 'failed'}
          retry={{ label: t('panel.states.retry'), onRetry: retry }}
        />
      );
    }
    return (
      <div role="status" aria-label={t('panel.states.loading')}>
        {[80, 60, 70, 40].map(width => (
          <Skeleton key={width} width={`${width}%`} height={24} />
        ))}
      </div>
    );
  };

  return (
    <Dialog
      open
      onClose={onClose}
      maxWidth="md"
      PaperProps={{ className: classes.paper }}
      fullWidth
      aria-labelledby={titleId}
    >
      <header className={classes.head}>
        <h2 id={titleId} className={classes.title}>
          {t('panel.yaml.title', { name })}
        </h2>
        {yaml !== undefined && (
          <CopyButton text={() => yaml}>{t('panel.yaml.copy')}</CopyButton>
        )}
        <ToolButton
          glyph="close"
          label={t('panel.yaml.close')}
          onClick={onClose}
        />
      </header>
      <p className={classes.note}>
        {live.status === 'ready' &&
          `${say({
            key: 'panel.yaml.readAt',
            params: {
              cluster: location?.cluster ?? '',
              time: { clock: live.data.readAt },
            },
          })} `}
        {t('panel.yaml.masked')}
      </p>
      <div className={classes.body}>{body()}</div>
    </Dialog>
  );
}
