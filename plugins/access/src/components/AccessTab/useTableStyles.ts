import { makeStyles } from '@material-ui/core/styles';
import { tokensOf } from '@domaindeck/backstage-plugin-workloads-react';

/** The tables of grants and of the record. */
export const useTableStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      scroll: { overflowX: 'auto' },
      table: {
        width: '100%',
        borderCollapse: 'separate',
        borderSpacing: 0,
        fontSize: 13,
        lineHeight: '20px',
        '& th, & td': {
          padding: '8px 12px',
          textAlign: 'left',
          fontWeight: 400,
          verticalAlign: 'middle',
          borderBottom: `1px solid ${tokens.border}`,
          // A column is as wide as its longest word, however long the reasons beside it are.
          overflowWrap: 'break-word',
        },
        '& thead th': {
          color: tokens.text3,
          fontSize: 12,
          lineHeight: '16px',
          borderBottomColor: tokens.border2,
        },
        '& tr > *:first-child': { paddingLeft: 16 },
        '& tbody tr:last-child > *': { borderBottom: 0 },
        '& p': { margin: 0 },
      },
      line: {
        display: 'inline-flex',
        alignItems: 'center',
        // Not on the line of the letters, which would lift it above the cells beside.
        verticalAlign: 'middle',
        gap: 8,
      },
      sub: { color: tokens.text3, fontSize: 12, lineHeight: '16px' },
      key: {
        display: 'block',
        fontFamily: tokens.mono,
        fontSize: 12,
        lineHeight: '16px',
        color: tokens.text3,
      },
      actions: { display: 'flex', gap: 6, justifyContent: 'flex-end' },
      screenReader: {
        position: 'absolute',
        width: 1,
        height: 1,
        margin: -1,
        overflow: 'hidden',
        clipPath: 'inset(50%)',
        whiteSpace: 'nowrap',
      },
      opener: {
        display: 'inline-flex',
        alignItems: 'center',
        gap: 6,
        minHeight: 28,
        whiteSpace: 'nowrap',
        border: 0,
        padding: 0,
        background: 'none',
        color: tokens.text2,
        font: 'inherit',
        fontVariantNumeric: 'tabular-nums',
        cursor: 'pointer',
        '&:focus-visible': {
          outline: `2px solid ${tokens.link}`,
          outlineOffset: 2,
        },
      },
      open: {
        '& > *': {
          background: tokens.selected,
          borderBottomColor: `transparent !important`,
        },
      },
      more: {
        '& > td': {
          background: tokens.selected,
          padding: '0 16px 14px 40px !important',
        },
      },
      box: {
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fit, minmax(280px, 1fr))',
        background: tokens.paper,
        border: `1px solid ${tokens.border}`,
        borderRadius: 4,
        '& > div': { padding: '12px 16px', minWidth: 0 },
        '& h4': {
          margin: '0 0 6px',
          fontSize: 12,
          fontWeight: 400,
          color: tokens.text3,
        },
      },
      values: {
        margin: 0,
        padding: 0,
        listStyle: 'none',
        fontFamily: tokens.mono,
        fontSize: 12,
        '& del': { color: tokens.text3 },
        '& ins': {
          textDecoration: 'none',
          padding: '1px 4px',
          borderRadius: 3,
          background: tokens.busy.tint,
          color: tokens.busy.text,
        },
      },
      facts: {
        margin: 0,
        display: 'grid',
        gridTemplateColumns: 'max-content minmax(0, 1fr)',
        gap: '2px 16px',
        fontSize: 12,
        lineHeight: '18px',
        '& dt': { color: tokens.text3 },
        '& dd': { margin: 0 },
      },
      mono: { fontFamily: tokens.mono },
      department: { color: tokens.text3 },
      failed: { color: tokens.bad.text },
      quiet: { color: tokens.text2 },
    };
  },
  { name: 'DomainDeckAccessTable' },
);
