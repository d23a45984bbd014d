import { makeStyles } from '@material-ui/core/styles';
import { tokensOf } from '@domaindeck/backstage-plugin-workloads-react';

/** The frame that every card of these screens shares, and the page's own text. */
export const useCardStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      page: {
        display: 'flex',
        flexDirection: 'column',
        gap: 16,
        color: tokens.text,
        fontFamily: theme.typography.fontFamily,
        fontSize: 13,
        lineHeight: '20px',
        '& p, & ul, & ol, & dl, & dd': { margin: 0 },
        '& ul, & ol': { padding: 0, listStyle: 'none' },
      },
      card: {
        background: tokens.paper,
        color: tokens.text,
        border: `1px solid ${tokens.border}`,
        borderRadius: 4,
        boxShadow: tokens.shadow,
        fontSize: 13,
        lineHeight: '20px',
        minWidth: 0,
      },
      // What opens over the page stands outside of its text.
      dialog: { fontFamily: theme.typography.fontFamily, color: tokens.text },
      head: {
        display: 'flex',
        alignItems: 'center',
        flexWrap: 'wrap',
        gap: 12,
        minHeight: 46,
        padding: '8px 16px',
        '& h3': {
          margin: 0,
          fontSize: 14,
          lineHeight: '20px',
          fontWeight: 600,
        },
      },
      ruled: { borderBottom: `1px solid ${tokens.border}` },
      foot: {
        display: 'flex',
        alignItems: 'center',
        flexWrap: 'wrap',
        gap: 12,
        padding: '10px 16px',
        borderTop: `1px solid ${tokens.border}`,
      },
      grow: { flex: 1, minWidth: 0 },
      faint: { color: tokens.text3, fontSize: 12, lineHeight: '16px' },
      dim: { color: tokens.text2 },
      mono: { fontFamily: tokens.mono, fontSize: 12 },
      padded: { padding: 16 },
      link: {
        color: tokens.link,
        textDecoration: 'none',
        '&:hover': { textDecoration: 'underline' },
        '&:focus-visible': {
          outline: `2px solid ${tokens.link}`,
          outlineOffset: 2,
        },
      },
      cut: {
        display: 'block',
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
      },
      warn: { color: tokens.warn.text },
      bad: { color: tokens.bad.text },
      ok: { color: tokens.ok.text },
      screenReader: {
        position: 'absolute',
        width: 1,
        height: 1,
        margin: -1,
        overflow: 'hidden',
        clipPath: 'inset(50%)',
        whiteSpace: 'nowrap',
      },
    };
  },
  { name: 'DomainDeckEnvironmentCard' },
);
