import { makeStyles } from '@material-ui/core/styles';
import {
  tokensOf,
  useLogText,
  useNow,
} from '@domaindeck/backstage-plugin-workloads-react';
import { nextStartOf } from '../parts/model/nextStartOf';
import { Crash } from './model/logChoice';
import { useSpanText } from './useSpanText';

/** Seconds until the next start are counted down. */
const STEP_MS = 1_000;

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        padding: '3px 16px',
        borderTop: `1px solid ${tokens.border}`,
        borderBottom: `1px solid ${tokens.border}`,
        background: tokens.sunken,
        color: tokens.text2,
        fontSize: 12,
        lineHeight: '20px',
        '& b': { color: tokens.text },
        '& p': { margin: 0 },
        '& p + p': { borderTop: `1px solid ${tokens.border}` },
      },
    };
  },
  { name: 'DomainDeckRunEnd' },
);

/** The last rows of a run: how it ended, and when the next one starts. */
export function RunEnd(props: { crash: Crash }): JSX.Element {
  const { container } = props.crash;
  const { lastEnd } = container;
  const classes = useStyles();
  const t = useLogText();
  const spanText = useSpanText();
  const now = useNow(STEP_MS);
  const code = lastEnd?.exitCode;
  const isKilled = lastEnd?.reason === 'OOMKilled';
  const next = nextStartOf(container);
  const facts = [
    code !== undefined &&
      t(isKilled ? 'logs.crash.byLimit' : 'logs.crash.withExit', { code }),
    lastEnd?.startedAt &&
      lastEnd.at &&
      t('logs.crash.after', {
        span: spanText(Date.parse(lastEnd.at) - Date.parse(lastEnd.startedAt)),
      }),
  ].filter(Boolean);
  return (
    <div className={classes.root} aria-live="off">
      <p>
        <b>{t(isKilled ? 'logs.crash.killedHere' : 'logs.crash.endedHere')}</b>{' '}
        {facts.join(t('logs.crash.join'))}
      </p>
      {next && (
        <p>
          <b>{t('logs.crash.next')}</b>{' '}
          {next.at > now
            ? t('logs.crash.nextIn', {
                span: spanText(next.at - now),
                wait: spanText(next.wait),
              })
            : t('logs.crash.nextNow')}
        </p>
      )}
    </div>
  );
}
