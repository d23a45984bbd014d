import { useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/frontend-plugin-api';
import { LogEntry } from '@domaindeck/backstage-plugin-workloads-common';
import { FailureNote, TextButton, ToolButton } from '../../controls';
import { useRemote } from '../../hooks/useRemote';
import { tokensOf } from '../../theme';
import { logsApiRef } from '../logsApiRef';
import { logTokensOf } from '../logTokensOf';
import { levelCode } from '../model/levelCode';
import { linePieces } from '../model/linePieces';
import { logClock } from '../model/logClock';
import { LogSource } from '../model/LogSourceTable';
import { podLabel } from '../model/podLabel';
import { useLogText } from '../useLogText';
import { LineText } from './LineText';
import { LogLook } from './LogLook';

/** Lines before and after at first, and how many each further press brings. */
const FIRST = 5;
const MORE = 10;

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        marginTop: 8,
        borderLeft: `3px solid ${tokens.primary}`,
        background: logTokensOf(theme).rowNote,
      },
      head: {
        display: 'flex',
        alignItems: 'center',
        gap: 12,
        minHeight: 30,
        padding: '0 12px 0 13px',
        color: tokens.text2,
        '& b': { color: tokens.text },
        '& > :nth-child(2)': { marginRight: 'auto' },
      },
      line: {
        display: 'flex',
        gap: 12,
        padding: '0 13px',
        minHeight: 20,
        font: `400 12px/20px ${tokens.mono}`,
        color: tokens.text3,
        '& > :last-child': {
          minWidth: 0,
          whiteSpace: 'pre-wrap',
          overflowWrap: 'anywhere',
        },
      },
      hit: {
        color: tokens.text,
        fontWeight: 700,
        background: logTokensOf(theme).rowOpen,
      },
    };
  },
  { name: 'DomainDeckLineContext' },
);

/** The lines of the same container around one, whatever the filter. */
export function LineContext(props: {
  entityRef: string;
  source: LogSource;
  at: string;
  text: string;
  look: LogLook;
  onClose: () => void;
}): JSX.Element {
  const { entityRef, source, at, text, look, onClose } = props;
  const classes = useStyles();
  const t = useLogText();
  const api = useApi(logsApiRef);
  const [before, setBefore] = useState(FIRST);
  const [after, setAfter] = useState(FIRST);
  const { cluster, namespace, pod, container } = source.origin;
  const context = useRemote(
    `${source.key} ${at}`,
    signal =>
      api.getLogContext(
        entityRef,
        {
          source: { cluster, namespace, pod, container },
          at,
          text,
          before,
          after,
        },
        { signal },
      ),
    { changeKey: `${before} ${after}` },
  );
  const lineOf = (entry: LogEntry, key: string, isHit: boolean) => (
    <div key={key} className={`${classes.line} ${isHit ? classes.hit : ''}`}>
      <span>{logClock(entry.at, look.zone)}</span>
      <span>{levelCode[entry.level]}</span>
      <span>
        <LineText pieces={linePieces(entry.text, look.pattern)} />
      </span>
    </div>
  );
  if (context.status === 'failed') {
    return (
      <FailureNote
        title={t('logs.context.failed')}
        error={context.error}
        kind="failed"
        retry={{ label: t('logs.context.retry'), onRetry: context.reload }}
      />
    );
  }
  const data = context.status === 'ready' ? context.data : undefined;
  return (
    <section
      className={classes.root}
      aria-label={t('logs.context.title', { time: logClock(at, look.zone) })}
      aria-busy={!data}
    >
      <header className={classes.head}>
        <b>{t('logs.context.title', { time: logClock(at, look.zone) })}</b>
        <span>
          {t('logs.context.filterOff', { pod: podLabel(cluster, pod) })}
        </span>
        {data?.moreBefore && (
          <TextButton
            look="link"
            glyph="up"
            onClick={() => setBefore(before + MORE)}
          >
            {t('logs.context.before', { n: MORE })}
          </TextButton>
        )}
        {data?.moreAfter && (
          <TextButton
            look="link"
            glyph="down"
            onClick={() => setAfter(after + MORE)}
          >
            {t('logs.context.after', { n: MORE })}
          </TextButton>
        )}
        <ToolButton
          glyph="close"
          label={t('logs.context.close')}
          onClick={onClose}
        />
      </header>
      {data?.before.map((entry, index) => lineOf(entry, `b${index}`, false))}
      {data?.line && lineOf(data.line, 'hit', true)}
      {data?.after.map((entry, index) => lineOf(entry, `a${index}`, false))}
      {data && !data.line && (
        <div className={classes.line}>{t('logs.context.gone')}</div>
      )}
    </section>
  );
}
