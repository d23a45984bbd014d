import { makeStyles } from '@material-ui/core/styles';
import { Glyph } from '../../components/Glyph';
import { useAnnouncement, useControlStyles } from '../../controls';
import { tokensOf } from '../../theme';
import { logTokensOf } from '../logTokensOf';
import { useLogText } from '../useLogText';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    const logs = logTokensOf(theme);
    return {
      root: {
        position: 'absolute',
        left: '50%',
        bottom: 16,
        transform: 'translateX(-50%)',
        zIndex: 1,
        display: 'inline-flex',
        alignItems: 'center',
        gap: 10,
        height: 36,
        padding: '0 6px 0 16px',
        borderRadius: 18,
        background: logs.tip,
        color: logs.tipText,
        boxShadow: tokens.shadowPop,
        fontSize: 13,
        lineHeight: '20px',
        whiteSpace: 'nowrap',
        fontVariantNumeric: 'tabular-nums',
        '& button': {
          display: 'inline-flex',
          alignItems: 'center',
          gap: 6,
          height: 26,
          padding: '0 12px',
          border: 0,
          borderRadius: 13,
          background: tokens.paper,
          color: tokens.text,
          font: 'inherit',
          fontWeight: 500,
          cursor: 'pointer',
          '&:focus-visible': {
            outline: `2px solid ${tokens.link}`,
            outlineOffset: 2,
          },
        },
      },
    };
  },
  { name: 'DomainDeckPausedPill' },
);

/**
 * Floats over a paused list, counts what waits, and goes on.
 * @public
 */
export function PausedPill(props: {
  waiting: number;
  onResume: () => void;
}): JSX.Element {
  const { waiting, onResume } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useLogText();
  const words =
    waiting > 0
      ? t('logs.list.paused', {
          count: waiting,
          lines: waiting.toLocaleString(),
        })
      : t('logs.list.pausedNone');
  const said = useAnnouncement(words);
  return (
    <div className={classes.root}>
      <Glyph name="pause" size={14} />
      <span aria-hidden="true">{words}</span>
      <span role="status" className={controls.screenReader}>
        {said}
      </span>
      <button type="button" onClick={onResume}>
        <Glyph name="arrowDown" size={14} />
        {t('logs.time.resume')}
      </button>
    </div>
  );
}
