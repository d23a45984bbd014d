import { makeStyles } from '@material-ui/core/styles';
import { tokensOf } from '@domaindeck/backstage-plugin-workloads-react';

/** Looks of the table of pods and of its rows. */
export const usePodStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      table: {
        width: '100%',
        borderCollapse: 'collapse',
        fontSize: 12,
        fontVariantNumeric: 'tabular-nums',
        '& th': {
          textAlign: 'left',
          fontWeight: 400,
          color: tokens.text3,
          padding: '2px 8px 4px 0',
          lineHeight: '16px',
          whiteSpace: 'nowrap',
        },
        '& td': {
          padding: '5px 8px 5px 0',
          lineHeight: '18px',
          verticalAlign: 'top',
          borderTop: `1px solid ${tokens.border}`,
        },
        '& th:last-child, & td:last-child': { paddingRight: 0 },
        '& th:last-child': { textAlign: 'right' },
      },
      right: { textAlign: 'right', whiteSpace: 'nowrap' },
      many: { fontWeight: 600 },
      container: {
        color: tokens.text2,
        '& td': {
          borderTop: 0,
          paddingTop: 1,
          paddingBottom: 3,
          overflowWrap: 'anywhere',
        },
        '& td:first-child': { paddingLeft: 20 },
      },
      open: {
        display: 'inline-flex',
        alignItems: 'center',
        gap: 4,
        maxWidth: '100%',
        minHeight: 28,
        margin: '-5px 0',
        padding: 0,
        border: 0,
        background: 'none',
        color: 'inherit',
        font: 'inherit',
        textAlign: 'left',
        cursor: 'pointer',
        borderRadius: 3,
        '& svg': { color: tokens.text3 },
        '&:focus-visible': { outline: `2px solid ${tokens.link}` },
      },
      name: {
        fontFamily: tokens.mono,
        fontSize: 12,
        overflowWrap: 'anywhere',
      },
      faint: { color: tokens.text3 },
      group: { '& td': { paddingTop: 7, paddingBottom: 7 } },
      none: { margin: 0, fontSize: 12, color: tokens.text3 },
    };
  },
  { name: 'DomainDeckPods' },
);
