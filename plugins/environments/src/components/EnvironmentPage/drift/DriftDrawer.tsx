import { useEffect, useState } from 'react';
import Drawer from '@material-ui/core/Drawer';
import Skeleton from '@material-ui/lab/Skeleton';
import { makeStyles } from '@material-ui/core/styles';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EnvironmentDrift,
  EnvironmentRecord,
  ResyncRequest,
} from '@domaindeck/backstage-plugin-environments-common';
import {
  EmptyNotice,
  FailureNote,
  StatusMark,
  TextButton,
  tokensOf,
  ToolButton,
  useRemote,
  useTierLabel,
} from '@domaindeck/backstage-plugin-workloads-react';
import { environmentsApiRef } from '../../../environmentsApiRef';
import { Refused, useRefusalText, useWrite } from '../../../hooks';
import {
  changeKey,
  movedServices,
  proposedKeys,
  resyncOf,
  takeable,
} from '../../../model/driftChoice';
import { failureOf } from '../../../model/failureOf';
import { environmentsTranslationRef } from '../../../translation';
import { ActionButton } from '../../parts/ActionButton';
import { FailureStrip } from '../../parts/FailureStrip';
import { useCardStyles } from '../../parts/useCardStyles';
import { DriftAfter } from './DriftAfter';
import { DriftTable } from './DriftTable';

const TITLE_ID = 'domaindeck-drift-title';
const NONE_ID = 'domaindeck-drift-none';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      paper: {
        width: 720,
        maxWidth: '100%',
        fontFamily: theme.typography.fontFamily,
        fontSize: 13,
        lineHeight: '20px',
        color: tokens.text,
        '& h3': { margin: 0, fontSize: 16, lineHeight: '24px' },
        '& p': { margin: 0 },
      },
      head: {
        padding: '16px 20px 12px',
        borderBottom: `1px solid ${tokens.border}`,
      },
      title: { display: 'flex', alignItems: 'center', gap: 12 },
      body: {
        flex: 1,
        minHeight: 0,
        overflowY: 'auto',
        padding: '4px 20px 20px',
      },
      strip: {
        display: 'flex',
        alignItems: 'center',
        gap: 10,
        margin: '12px 0 0',
        padding: '6px 12px',
        border: `1px solid ${tokens.warn.line}`,
        borderRadius: 4,
        background: tokens.warn.tint,
      },
      foot: {
        display: 'flex',
        alignItems: 'center',
        gap: 8,
        padding: '12px 20px',
        borderTop: `1px solid ${tokens.border}`,
      },
    };
  },
  { name: 'DomainDeckDrift' },
);

/** What the baseline had, has, and what is one's own, side by side, with what to take of it. */
export function DriftDrawer(props: {
  record: EnvironmentRecord;
  accept: (answer: EnvironmentRecord) => void;
  onClose: () => void;
}): JSX.Element {
  const { record, accept, onClose } = props;
  const classes = useStyles();
  const cards = useCardStyles();
  const api = useApi(environmentsApiRef);
  const tierLabel = useTierLabel();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const drift = useRemote(`drift ${record.id}`, signal =>
    api.getDrift(record.id, { signal }),
  );
  const moved = useMovedMeanwhile(record, drift.status === 'ready');
  const same =
    drift.status === 'ready' && movedServices(drift.data).length === 0;
  return (
    <Drawer
      open
      anchor="right"
      classes={{ paper: classes.paper }}
      PaperProps={{ role: 'dialog', 'aria-labelledby': TITLE_ID }}
      onClose={onClose}
    >
      <header className={classes.head}>
        <div className={classes.title}>
          <h3 id={TITLE_ID} className={cards.grow}>
            {t('dialogs.drift.title', { name: record.name })}
          </h3>
          <ToolButton
            glyph="close"
            label={t('common.close')}
            onClick={onClose}
          />
        </div>
        {!same && (
          <p className={cards.dim}>
            {t('dialogs.drift.text', {
              tier: tierLabel(record.tier, record.cluster),
            })}
          </p>
        )}
      </header>
      {drift.status === 'failed' && (
        <div className={classes.body} style={{ paddingTop: 16 }}>
          <FailureNote
            title={t('dialogs.drift.failed')}
            error={drift.error}
            kind="failed"
            retry={{ label: t('common.retry'), onRetry: drift.reload }}
          />
        </div>
      )}
      {drift.status === 'loading' && (
        <div
          role="progressbar"
          aria-label={t('dialogs.drift.loading')}
          className={classes.body}
        >
          <Skeleton animation="wave" height={60} />
          <Skeleton animation="wave" height={160} variant="rect" />
        </div>
      )}
      {drift.status === 'ready' && (
        <DriftChoice
          key={drift.data.revision}
          record={record}
          drift={drift.data}
          moved={moved}
          accept={accept}
          onAgain={drift.reload}
          onClose={onClose}
        />
      )}
    </Drawer>
  );
}

/** Whether the counts of the record changed since the comparison was shown: the baseline moved again. */
function useMovedMeanwhile(record: EnvironmentRecord, shown: boolean): boolean {
  const counts = JSON.stringify(record.driftCounts);
  const [seen, setSeen] = useState<string>();
  useEffect(() => {
    if (shown && seen === undefined) {
      setSeen(counts);
    }
  }, [shown, seen, counts]);
  return seen !== undefined && seen !== counts;
}

function DriftChoice(props: {
  record: EnvironmentRecord;
  drift: EnvironmentDrift;
  moved: boolean;
  accept: (answer: EnvironmentRecord) => void;
  onAgain: () => void;
  onClose: () => void;
}): JSX.Element {
  const { record, drift, moved, accept, onAgain, onClose } = props;
  const classes = useStyles();
  const cards = useCardStyles();
  const api = useApi(environmentsApiRef);
  const refusal = useRefusalText();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const [chosen, setChosen] = useState(() => proposedKeys(drift));
  const writing = useWrite(
    (idempotencyKey: string, request: ResyncRequest) =>
      api.resync(record.id, request, { idempotencyKey }),
    answer => {
      accept(answer);
      onClose();
    },
  );
  const services = movedServices(drift);
  const of = services.reduce((sum, one) => sum + takeable(one).length, 0);
  const request = resyncOf(drift, chosen);
  const count = request.changes.length;
  const changed =
    writing.state === 'failed' && failureOf(writing.error).kind === 'changed';
  // Whoever opened the drawer by a link may find nothing to take: that is said in the body already.
  const right = refusal(record, 'resync');
  const refused: Refused | undefined =
    right && right.because === 'right'
      ? right
      : (count === 0 && {
          because: 'waits' as const,
          reason: t('dialogs.drift.none'),
        }) ||
        right;
  const toggle = (key: string) =>
    setChosen(before => {
      const next = new Set(before);
      if (!next.delete(key)) {
        next.add(key);
      }
      return next;
    });
  return (
    <>
      <div className={classes.body}>
        {moved && !changed && (
          <div role="status" className={classes.strip}>
            <StatusMark kind="degraded" decorative />
            <span className={cards.grow}>
              {t('dialogs.drift.movedMeanwhile')}
            </span>
            <TextButton onClick={onAgain}>
              {t('dialogs.drift.again')}
            </TextButton>
          </div>
        )}
        {writing.state === 'failed' && (
          <div style={{ marginTop: 12 }}>
            <FailureStrip
              error={writing.error}
              onForget={writing.forget}
              way={
                changed
                  ? { label: t('dialogs.drift.again'), onTake: onAgain }
                  : undefined
              }
            />
          </div>
        )}
        {services.length === 0 ? (
          <EmptyNotice glyph="check" title={t('dialogs.drift.same.title')}>
            {t('dialogs.drift.same.text')}
          </EmptyNotice>
        ) : (
          services.map(service => (
            <DriftTable
              key={service.service}
              service={service}
              isChosen={change =>
                chosen.has(changeKey(service.service, change))
              }
              onToggle={change => toggle(changeKey(service.service, change))}
            />
          ))
        )}
        <DriftAfter
          record={record}
          drift={drift}
          restarting={[
            ...new Set(request.changes.map(change => change.service)),
          ]}
        />
      </div>
      <footer className={classes.foot}>
        <span id={NONE_ID} className={`${cards.grow} ${cards.dim}`}>
          {of > 0 &&
            (count === 0
              ? t('dialogs.drift.none')
              : t('dialogs.drift.chosen', {
                  n: String(count),
                  of: String(of),
                }))}
        </span>
        <ActionButton onClick={onClose}>
          {of > 0 ? t('dialogs.drift.cancel') : t('common.close')}
        </ActionButton>
        {of > 0 && (
          <ActionButton
            look="primary"
            busy={writing.state === 'writing'}
            refused={refused}
            refusedBy={refused?.because === 'waits' ? NONE_ID : undefined}
            onClick={() => writing.run(request)}
          >
            {writing.state === 'writing'
              ? t('dialogs.drift.taking')
              : t('dialogs.drift.take', { count })}
          </ActionButton>
        )}
      </footer>
    </>
  );
}
