import { makeStyles } from '@material-ui/core/styles';
import { tokensOf } from '@domaindeck/backstage-plugin-workloads-react';

/** The frame of the list. */
export const useListStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      card: {
        background: tokens.paper,
        border: `1px solid ${tokens.border}`,
        borderRadius: 4,
        boxShadow: tokens.shadow,
      },
      // A long list scrolls by itself, so that only what is seen is drawn.
      scroll: {
        maxHeight: 'calc(100vh - 240px)',
        minHeight: 320,
        overflow: 'auto',
      },
      small: { overflowX: 'auto' },
      table: {
        width: '100%',
        borderCollapse: 'separate',
        borderSpacing: 0,
        fontSize: 13,
        lineHeight: '20px',
        '& thead th': {
          position: 'sticky',
          top: 0,
          zIndex: 2,
          textAlign: 'left',
          fontWeight: 500,
          fontSize: 12,
          lineHeight: '16px',
          color: tokens.text3,
          padding: '0 12px',
          height: 34,
          whiteSpace: 'nowrap',
          background: tokens.paper,
          borderBottom: `1px solid ${tokens.border}`,
        },
        '& td': {
          height: 37,
          padding: '0 12px',
          whiteSpace: 'nowrap',
          borderBottom: `1px solid ${tokens.border}`,
        },
        '& th:first-child, & td:first-child': { paddingLeft: 16 },
        '& th:last-child, & td:last-child': { paddingRight: 16 },
        '& tbody tr:last-child td': { borderBottom: 0 },
      },
      sort: {
        display: 'inline-flex',
        alignItems: 'center',
        gap: 4,
        minHeight: 28,
        color: tokens.text3,
      },
      sorted: { color: tokens.text, fontWeight: 600 },
      right: { textAlign: 'right !important' as 'right' },
      group: {
        '& td': { background: tokens.sunken, height: 33, fontSize: 12 },
      },
      groupName: {
        display: 'inline-flex',
        alignItems: 'center',
        gap: 8,
        minHeight: 28,
        '& b': { fontSize: 13, fontWeight: 600 },
      },
      faint: { color: tokens.text3 },
      sum: { marginLeft: 12, color: tokens.text3 },
      item: {
        cursor: 'pointer',
        '&:hover td': { background: tokens.hover },
      },
      on: { '& td, &:hover td': { background: tokens.selected } },
      name: {
        color: tokens.text,
        fontWeight: 600,
        textDecoration: 'none',
        '&:hover': { textDecoration: 'underline' },
        '&:focus-visible': {
          outline: `2px solid ${tokens.link}`,
          outlineOffset: 2,
        },
      },
      number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
      strong: { fontWeight: 600 },
    };
  },
  { name: 'DomainDeckList' },
);
