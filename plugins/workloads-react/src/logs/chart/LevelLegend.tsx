import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  LogLevel,
  LogLevelCounts,
} from '@domaindeck/backstage-plugin-workloads-common';
import { tokensOf } from '../../theme';
import { logTokensOf } from '../logTokensOf';
import { useLogText } from '../useLogText';

/**
 * The levels, worst first.
 * @public
 */
export const LOG_LEVELS: readonly LogLevel[] = [
  'error',
  'warn',
  'info',
  'debug',
];

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: { display: 'flex', gap: 0 },
      level: {
        display: 'inline-flex',
        alignItems: 'center',
        gap: 6,
        height: 28,
        padding: '0 8px',
        border: 0,
        borderRadius: 3,
        background: 'none',
        font: `400 12px/20px ${theme.typography.fontFamily}`,
        fontVariantNumeric: 'tabular-nums',
        color: tokens.text2,
        cursor: 'pointer',
        '& b': { color: tokens.text, fontWeight: 600 },
        '&[aria-pressed="false"], &[aria-pressed="false"] b': {
          color: tokens.text3,
          fontWeight: 400,
        },
        '&:hover': { background: tokens.hover },
        '&:focus-visible': { outline: `2px solid ${tokens.link}` },
      },
      mark: {
        width: 10,
        height: 10,
        boxSizing: 'border-box',
        borderRadius: 2,
        border: '1.5px solid',
      },
    };
  },
  { name: 'DomainDeckLevelLegend' },
);

/**
 * The levels: legend of the bars, count of the lines, and filter.
 * @public
 */
export function LevelLegend(props: {
  /** Absent while they are not known. */
  counts: LogLevelCounts | undefined;
  shown: readonly LogLevel[];
  onChange: (shown: readonly LogLevel[]) => void;
}): JSX.Element {
  const { counts, shown, onChange } = props;
  const classes = useStyles();
  const theme = useTheme();
  const colours = logTokensOf(theme).level;
  const { control } = tokensOf(theme);
  const t = useLogText();
  return (
    <div
      role="group"
      aria-label={t('logs.levels.label')}
      className={classes.root}
    >
      {LOG_LEVELS.map(level => {
        const isOn = shown.includes(level);
        return (
          <button
            key={level}
            type="button"
            aria-pressed={isOn}
            className={classes.level}
            onClick={() =>
              onChange(
                LOG_LEVELS.filter(one =>
                  one === level ? !isOn : shown.includes(one),
                ),
              )
            }
          >
            <span
              aria-hidden="true"
              className={classes.mark}
              style={{
                background: isOn ? colours[level] : 'transparent',
                borderColor: isOn ? colours[level] : control,
              }}
            />
            {t(`logs.levels.${level}`)}{' '}
            {counts && <b>{counts[level].toLocaleString()}</b>}
          </button>
        );
      })}
    </div>
  );
}
