import { makeStyles } from '@material-ui/core/styles';
import { tokensOf } from '@domaindeck/backstage-plugin-workloads-react';

/** The lines of text that the cards share. */
export const useCardStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      lines: {
        margin: 0,
        padding: 0,
        listStyle: 'none',
        fontSize: 13,
        lineHeight: '20px',
        '& > li + li': { borderTop: `1px solid ${tokens.border}` },
      },
      below: { borderTop: `1px solid ${tokens.border}` },
      line: {
        display: 'grid',
        gridTemplateColumns: '14px minmax(0, 1fr) max-content',
        alignItems: 'center',
        columnGap: 10,
        padding: '7px 16px',
        color: tokens.text,
        textDecoration: 'none',
        'a&:hover': { background: tokens.hover },
        '&:focus-visible': {
          outline: `2px solid ${tokens.link}`,
          outlineOffset: -2,
        },
      },
      text: {
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
        '& b': { fontWeight: 600 },
      },
      glyph: { color: tokens.text3 },
      time: {
        fontSize: 12,
        color: tokens.text3,
        fontVariantNumeric: 'tabular-nums',
      },
      note: {
        padding: '8px 16px',
        fontSize: 12,
        lineHeight: '16px',
        color: tokens.text3,
        borderTop: `1px solid ${tokens.border}`,
      },
      empty: {
        margin: 0,
        padding: '16px',
        fontSize: 13,
        lineHeight: '20px',
        color: tokens.text3,
      },
      failure: { padding: '0 16px 16px' },
      head: {
        display: 'flex',
        alignItems: 'center',
        gap: 12,
        minHeight: 28,
        margin: '8px 8px 0 0',
        fontSize: 13,
        '& a': { color: tokens.link, textDecoration: 'none' },
        '& a:hover': { textDecoration: 'underline' },
      },
    };
  },
  { name: 'DomainDeckOverview' },
);
