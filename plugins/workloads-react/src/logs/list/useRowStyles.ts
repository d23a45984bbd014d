import { makeStyles } from '@material-ui/core/styles';
import { tokensOf } from '../../theme';
import { logTokensOf } from '../logTokensOf';

/** The shared columns of lines and of rows that are none. */
export const useRowStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    const logs = logTokensOf(theme);
    return {
      row: {
        display: 'flex',
        minHeight: 20,
        font: `400 12px/20px ${tokens.mono}`,
        color: tokens.text,
        cursor: 'default',
        '&:hover': { background: tokens.hover },
      },
      error: { background: logs.rowError },
      open: { background: logs.rowOpen },
      cursor: {
        outline: `2px solid ${tokens.link}`,
        outlineOffset: -2,
      },
      edge: { flex: 'none', width: 3 },
      time: {
        flex: 'none',
        width: 109,
        paddingLeft: 13,
        boxSizing: 'border-box',
        color: tokens.text3,
        fontFamily: tokens.mono,
        whiteSpace: 'pre',
      },
      pod: {
        flex: 'none',
        width: 96,
        display: 'flex',
        alignItems: 'center',
        alignSelf: 'flex-start',
        height: 20,
        gap: 7,
        overflow: 'hidden',
        whiteSpace: 'pre',
        color: tokens.text2,
        fontFamily: tokens.mono,
      },
      level: { flex: 'none', width: 38 },
      column: {
        flex: 'none',
        width: 80,
        paddingRight: 14,
        boxSizing: 'border-box',
        textAlign: 'right',
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'pre',
      },
      text: {
        flex: 1,
        minWidth: 0,
        paddingRight: 16,
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'pre',
      },
      wrapped: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
      note: {
        alignItems: 'center',
        minHeight: 26,
        font: `400 12px/20px ${theme.typography.fontFamily}`,
        color: tokens.text2,
        background: logs.rowNote,
        boxShadow: `inset 0 1px 0 ${tokens.border}, inset 0 -1px 0 ${tokens.border}`,
        whiteSpace: 'nowrap',
        overflow: 'hidden',
        '& b': { color: tokens.text, fontWeight: 600 },
      },
      seam: { background: tokens.busy.tint },
      icon: {
        flex: 'none',
        width: 38,
        display: 'grid',
        justifyItems: 'start',
      },
      words: { display: 'flex', alignItems: 'center', gap: 6 },
      end: { marginLeft: 'auto', padding: '0 16px', color: tokens.text3 },
    };
  },
  { name: 'DomainDeckLogRow' },
);
