import { useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import {
  clockTime,
  podLabel,
  StatusMark,
  TextButton,
  tokensOf,
  ToolButton,
  useClock,
  useLogText,
} from '@domaindeck/backstage-plugin-workloads-react';
import { Crash } from './model/logChoice';
import { useEndInWords } from './useEndInWords';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        flex: 'none',
        display: 'flex',
        alignItems: 'center',
        gap: 10,
        padding: '2px 12px 2px 16px',
        background: tokens.bad.tint,
        borderBottom: `1px solid ${tokens.bad.line}`,
        fontSize: 13,
        lineHeight: '20px',
        '& > span': { minWidth: 0, overflowWrap: 'anywhere' },
        '& > :last-child': { marginLeft: 'auto' },
      },
    };
  },
  { name: 'DomainDeckRestartOffer' },
);

/** Tells of a container that ended and started again in the time that is shown, and offers the log of the run before. */
export function RestartOffer(props: {
  /** Undefined where none did; what was left out before stays so. */
  crash: Crash | undefined;
  onRead: (crash: Crash) => void;
}): JSX.Element | null {
  const { crash, onRead } = props;
  const classes = useStyles();
  const clock = useClock();
  const t = useLogText();
  const endInWords = useEndInWords();
  const [dismissed, setDismissed] = useState<string>();
  const at = crash?.container.lastEnd?.at ?? '';
  const key = `${crash?.pod.uid} ${at}`;
  if (!crash || dismissed === key) {
    return null;
  }
  const { pod } = crash;
  return (
    <section className={classes.root} aria-label={t('logs.crash.offer')}>
      <StatusMark kind="failed" size={14} decorative />
      <span>
        <b>{endInWords(crash)}</b>
        {t('logs.crash.join')}
        {t('logs.crash.offerWhere', {
          pod: podLabel(pod.cluster, pod.name),
          time: clockTime(at, clock.now()),
        })}
      </span>
      <TextButton look="link" onClick={() => onRead(crash)}>
        {t('logs.note.readBefore')}
      </TextButton>
      <ToolButton
        glyph="close"
        label={t('logs.crash.offerClose')}
        onClick={() => setDismissed(key)}
      />
    </section>
  );
}
