import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Health } from '@domaindeck/backstage-plugin-workloads-common';
import {
  StatusTokens,
  Tokens,
  tokensOf,
} from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';
import { useSay } from '../../translation/useSay';
import { Summary } from './model/summaryOf';

type Tone = 'bad' | 'warn' | 'busy' | 'idle';

const TONES: Record<Health, Tone | undefined> = {
  failed: 'bad',
  degraded: 'warn',
  progressing: 'busy',
  suspended: 'idle',
  unknown: 'idle',
  healthy: undefined,
};

const useStyles = makeStyles(
  theme => {
    const tokens: Tokens = tokensOf(theme);
    const tinted = (status: StatusTokens) => ({
      borderColor: status.line,
      borderLeftColor: status.mark,
      background: status.tint,
    });
    return {
      card: {
        marginTop: 16,
        padding: '12px 16px 10px',
        border: '1px solid',
        borderLeftWidth: 3,
        borderRadius: 4,
        overflowWrap: 'anywhere',
        '& p': { margin: 0 },
      },
      bad: tinted(tokens.bad),
      warn: tinted(tokens.warn),
      busy: tinted(tokens.busy),
      idle: tinted(tokens.idle),
      head: { fontSize: 15, lineHeight: '22px', fontWeight: 600 },
      more: {
        marginTop: '2px !important',
        fontSize: 13,
        lineHeight: '20px',
        color: tokens.text2,
      },
      also: {
        margin: '8px 0 0',
        padding: '8px 0 0 16px',
        borderTop: `1px solid ${tokens.border}`,
        fontSize: 13,
        lineHeight: '20px',
      },
      plain: {
        margin: '16px 0 0',
        fontSize: 13,
        lineHeight: '20px',
        color: tokens.text2,
      },
    };
  },
  { name: 'DomainDeckSummaryCard' },
);

/** How the workload fares, in words first; a card when it needs attention, a plain line when it does not. */
export function SummaryCard(props: { summary: Summary }): JSX.Element {
  const { summary } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(workloadsTranslationRef);
  const say = useSay();
  const tone = TONES[summary.health];
  const more = summary.more.map(say).join(t('panel.summary.join'));
  const step = summary.next && say(summary.next);
  const next = step && (
    <p className={classes.more}>{t('panel.summary.next', { step })}</p>
  );
  const also = summary.also.length > 0 && (
    <ul className={classes.also} aria-label={t('panel.summary.also')}>
      {summary.also.map(phrase => {
        const words = say(phrase);
        return <li key={words}>{words}</li>;
      })}
    </ul>
  );
  if (!tone) {
    return (
      <>
        <p className={classes.plain}>
          {[say(summary.head), more]
            .filter(Boolean)
            .join(t('panel.summary.stop'))}
        </p>
        {also}
        {next}
      </>
    );
  }
  const says = summary.clusterSays
    ? t('panel.summary.clusterSays', { message: summary.clusterSays })
    : '';
  return (
    <div className={`${classes.card} ${classes[tone]}`}>
      <Tooltip title={says}>
        <p className={classes.head}>{say(summary.head)}</p>
      </Tooltip>
      {more && <p className={classes.more}>{more}</p>}
      {next}
      {also}
    </div>
  );
}
