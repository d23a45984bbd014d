import { makeStyles } from '@material-ui/core/styles';
import { tokensOf } from '../theme';
import { TimeSeriesLine } from './chart';
import { useMetricText } from './useMetricText';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        display: 'flex',
        flexWrap: 'wrap',
        gap: '2px 12px',
        margin: 0,
        padding: 0,
        listStyle: 'none',
        '& button': {
          display: 'inline-flex',
          alignItems: 'center',
          gap: 6,
          minHeight: 24,
          padding: 0,
          border: 0,
          background: 'none',
          font: 'inherit',
          color: tokens.text2,
          cursor: 'pointer',
          '&:hover': { color: tokens.text },
          '&:focus-visible': {
            outline: `2px solid ${tokens.link}`,
            outlineOffset: 2,
          },
        },
        '& b': {
          fontWeight: 600,
          fontVariantNumeric: 'tabular-nums',
          color: tokens.text,
        },
      },
      swatch: { width: 14, height: 0, borderTop: '2px solid' },
      dashed: { borderTopStyle: 'dashed' },
      // Paler text could not be read; a swatch is no text.
      mutedSwatch: { opacity: 0.45 },
      mutedText: { color: tokens.text3, textDecoration: 'line-through' },
    };
  },
  { name: 'DomainDeckPanelLegend' },
);

/** The lines of a chart with their values at the cursor; a click hides one, Alt and a click all others. */
export function PanelLegend(props: {
  lines: readonly (TimeSeriesLine & { readonly value?: string })[];
  onMute: (key: string) => void;
  onAlone: (key: string) => void;
}): JSX.Element {
  const classes = useStyles();
  const t = useMetricText();
  return (
    <ul className={classes.root}>
      {props.lines.map(
        ({ key, kind, name, title, colour, hidden = false, value }) => (
          <li key={key}>
            <button
              type="button"
              title={name}
              aria-label={t(
                hidden ? 'metrics.chart.show' : 'metrics.chart.mute',
                { name: title },
              )}
              aria-pressed={hidden}
              onClick={event =>
                event.altKey ? props.onAlone(key) : props.onMute(key)
              }
            >
              <span
                aria-hidden="true"
                className={`${classes.swatch} ${
                  kind === 'request' || kind === 'wanted' ? classes.dashed : ''
                } ${hidden ? classes.mutedSwatch : ''}`}
                style={{ borderColor: colour }}
              />
              <span className={hidden ? classes.mutedText : undefined}>
                {title}
              </span>
              <b>{value}</b>
            </button>
          </li>
        ),
      )}
    </ul>
  );
}
