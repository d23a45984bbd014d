import { makeStyles } from '@material-ui/core/styles';
import { tokensOf } from '../../theme';

/** The measures of the rail. */
export const useRailStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        flex: 'none',
        width: 240,
        boxSizing: 'border-box',
        overflowY: 'auto',
        background: tokens.paper,
        borderRight: `1px solid ${tokens.border}`,
        fontSize: 13,
        lineHeight: '20px',
        '& ul': { listStyle: 'none', margin: 0, padding: 0 },
        '& h3': {
          display: 'flex',
          alignItems: 'center',
          justifyContent: 'space-between',
          margin: '0 0 4px',
          fontSize: 12,
          lineHeight: '16px',
          fontWeight: 500,
          color: tokens.text3,
        },
      },
      section: {
        padding: '10px 16px 12px',
        borderBottom: `1px solid ${tokens.border}`,
        '& .MuiInputBase-root': { fontSize: 13 },
        '&:first-child': { paddingTop: 16 },
      },
      sub: {
        margin: 0,
        fontSize: 12,
        lineHeight: '16px',
        color: tokens.text3,
        overflowWrap: 'anywhere',
      },
      line: {
        display: 'flex',
        alignItems: 'center',
        gap: 8,
        minHeight: 28,
      },
      check: {
        display: 'flex',
        alignItems: 'center',
        gap: 8,
        flex: 1,
        minWidth: 0,
        cursor: 'pointer',
        '& input': {
          width: 16,
          height: 16,
          margin: 0,
          accentColor: tokens.primary,
        },
      },
      off: { color: tokens.text3 },
      note: {
        marginLeft: 'auto',
        fontSize: 12,
        color: tokens.text3,
        fontVariantNumeric: 'tabular-nums',
        whiteSpace: 'nowrap',
      },
      pod: {
        display: 'flex',
        alignItems: 'center',
        gap: 8,
        width: '100%',
        minHeight: 28,
        padding: 0,
        border: 0,
        background: 'none',
        font: `400 12px/20px ${tokens.mono}`,
        color: 'inherit',
        textAlign: 'left',
        cursor: 'pointer',
        '&:hover': { background: tokens.hover },
        '&:focus-visible': { outline: `2px solid ${tokens.link}` },
      },
    };
  },
  { name: 'DomainDeckSourcesRail' },
);
