import { makeStyles } from '@material-ui/core/styles';
import { TextButton } from '../../controls';
import { tokensOf } from '../../theme';
import { useLogText } from '../useLogText';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        position: 'absolute',
        top: 8,
        zIndex: 2,
        display: 'flex',
        flexDirection: 'column',
        padding: '8px 12px',
        border: `1px solid ${tokens.border}`,
        borderRadius: 4,
        background: tokens.paper,
        boxShadow: tokens.shadowPop,
        font: `400 12px/18px ${theme.typography.fontFamily}`,
        fontVariantNumeric: 'tabular-nums',
        '& b': { fontWeight: 600 },
      },
      row: { display: 'flex', gap: 12, marginTop: 4 },
    };
  },
  { name: 'DomainDeckBrushPopup' },
);

/** What a brushed stretch holds, and the way into it. */
export function BrushPopup(props: {
  span: { readonly from: string; readonly to: string };
  lines: number;
  errors: number;
  /** Pixels. */
  left: number;
  onZoom: () => void;
  onClear: () => void;
}): JSX.Element {
  const { span, lines, errors, left, onZoom, onClear } = props;
  const classes = useStyles();
  const t = useLogText();
  return (
    <div
      role="dialog"
      aria-label={t('logs.histogram.zoom')}
      className={classes.root}
      style={{ left }}
    >
      <b>{t('logs.histogram.span', span)}</b>
      <span>
        {t('logs.histogram.brushed', {
          lines: lines.toLocaleString(),
          errors: errors.toLocaleString(),
        })}
      </span>
      <div className={classes.row}>
        <TextButton glyph="search" onClick={onZoom}>
          {t('logs.histogram.zoom')}
        </TextButton>
        <TextButton look="link" onClick={onClear}>
          {t('logs.histogram.clear')}
        </TextButton>
      </div>
    </div>
  );
}
