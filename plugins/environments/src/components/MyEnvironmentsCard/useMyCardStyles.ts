import { makeStyles } from '@material-ui/core/styles';
import { tokensOf } from '@domaindeck/backstage-plugin-workloads-react';

/** The lines of the card. */
export const useMyCardStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        color: tokens.text,
        fontFamily: theme.typography.fontFamily,
        fontSize: 13,
        lineHeight: '20px',
      },
      quota: { margin: '8px 8px 0 0', color: tokens.text3, fontSize: 12 },
      list: { margin: 0, padding: 0, listStyle: 'none' },
      line: {
        display: 'grid',
        gridTemplateColumns: '14px minmax(0, 1fr) max-content',
        alignItems: 'center',
        columnGap: 10,
        padding: '9px 16px',
        borderTop: `1px solid ${tokens.border}`,
      },
      name: { overflow: 'hidden', textOverflow: 'ellipsis' },
      nameLink: {
        color: tokens.text,
        fontWeight: 600,
        textDecoration: 'none',
        'a&:hover': { color: tokens.link, textDecoration: 'underline' },
        '&:focus-visible': {
          outline: `2px solid ${tokens.link}`,
          outlineOffset: 2,
        },
      },
      faint: { color: tokens.text3 },
      life: {
        display: 'flex',
        alignItems: 'center',
        gap: 8,
        minWidth: 0,
        fontSize: 12,
        lineHeight: '16px',
        color: tokens.text2,
        '& button': { minHeight: 16, lineHeight: '16px' },
      },
      words: {
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
      },
      bad: { color: tokens.bad.text },
      warn: { color: tokens.warn.text },
      door: {
        display: 'inline-flex',
        alignItems: 'center',
        gap: 6,
        height: 28,
        padding: '0 10px',
        border: `1px solid ${tokens.border2}`,
        borderRadius: 4,
        background: tokens.paper,
        color: tokens.text,
        fontSize: 12,
        textDecoration: 'none',
        '&:hover': { background: tokens.hover },
        '&:focus-visible': {
          outline: `2px solid ${tokens.link}`,
          outlineOffset: 2,
        },
      },
      foot: {
        display: 'flex',
        alignItems: 'center',
        flexWrap: 'wrap',
        gap: 12,
        padding: '10px 16px',
        borderTop: `1px solid ${tokens.border}`,
      },
      text: { margin: 0, padding: '12px 16px', color: tokens.text2 },
      padded: { padding: '8px 16px 16px' },
    };
  },
  { name: 'DomainDeckMyEnvironmentsCard' },
);
