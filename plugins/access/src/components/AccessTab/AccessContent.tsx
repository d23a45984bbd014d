import { useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RightsMatrix } from '@domaindeck/backstage-plugin-access-common';
import {
  EmptyNotice,
  FailureNote,
  Glyph,
  PermissionsOff,
  tokensOf,
} from '@domaindeck/backstage-plugin-workloads-react';
import { accessTranslationRef } from '../../translation';
import { AuditView } from './AuditView';
import { GrantsView } from './GrantsView';
import { RightsView } from './RightsView';
import { TitleBar } from './TitleBar';
import { useAccessView } from './useAccessView';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        display: 'flex',
        flexDirection: 'column',
        gap: 16,
        color: tokens.text,
        fontFamily: theme.typography.fontFamily,
        fontSize: 13,
        lineHeight: '20px',
      },
      chip: {
        display: 'inline-flex',
        alignItems: 'center',
        gap: 6,
        padding: '1px 8px',
        borderRadius: 11,
        border: `1px solid ${tokens.busy.line}`,
        background: tokens.busy.tint,
        color: tokens.busy.text,
        fontSize: 12,
      },
    };
  },
  { name: 'DomainDeckAccess' },
);

/** The tab once rights are known: title, and the view that the URL asks for. */
export function AccessContent(props: {
  rights: RightsMatrix;
  /** Why the last repetition failed. */
  error?: Error;
  onReload: () => void;
}): JSX.Element {
  const { rights, error, onReload } = props;
  const classes = useStyles();
  const view = useAccessView();
  const { t } = useTranslationRef(accessTranslationRef);
  const [previewing, setPreviewing] = useState(false);
  const { state } = view;
  const audit = state.view === 'audit' && rights.caller.mayAudit;
  return (
    <div className={classes.root}>
      <PermissionsOff enabled={rights.permissionsEnabled} />
      <TitleBar rights={rights} view={view}>
        {previewing && state.editing && state.view === 'rights' && (
          <span className={classes.chip}>
            <Glyph name="eye" size={14} />
            {t('grants.preview.chip')}
          </span>
        )}
      </TitleBar>
      {error && (
        <FailureNote
          title={t('rights.stale')}
          error={error}
          kind="failed"
          retry={{ label: t('rights.retry'), onRetry: onReload }}
        />
      )}
      {rights.environments.length === 0 && (
        <EmptyNotice glyph="cluster" title={t('rights.noEnvironment.title')}>
          {t('rights.noEnvironment.text', { name: rights.domain.title })}
        </EmptyNotice>
      )}
      {audit && <AuditView rights={rights} view={view} />}
      {state.view === 'grants' && <GrantsView rights={rights} view={view} />}
      {rights.environments.length > 0 && !audit && state.view !== 'grants' && (
        <RightsView
          rights={rights}
          view={view}
          onPreviewing={setPreviewing}
          onSaved={onReload}
        />
      )}
    </div>
  );
}
