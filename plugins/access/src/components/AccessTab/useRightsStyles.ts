import { makeStyles } from '@material-ui/core/styles';
import { tokensOf } from '@domaindeck/backstage-plugin-workloads-react';

/** The matrix: hairlines, people below their department, what is chosen and what would change. */
export const useRightsStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      scroll: { overflowX: 'auto' },
      table: {
        width: '100%',
        borderCollapse: 'separate',
        borderSpacing: 0,
        '& th': { textAlign: 'left', fontWeight: 400 },
        '& thead th': {
          padding: '8px 10px',
          verticalAlign: 'bottom',
          borderBottom: `1px solid ${tokens.border2}`,
        },
        '& thead b': {
          display: 'block',
          fontWeight: 600,
          lineHeight: '18px',
        },
        '& th + th, & td': { borderLeft: `1px solid ${tokens.border}` },
        '& tbody th, & tbody td': {
          padding: 0,
          borderBottom: `1px solid ${tokens.border}`,
          verticalAlign: 'middle',
        },
        '& tbody tr:last-child > *': { borderBottom: 0 },
      },
      // Four environments beside it still have room for a role and its reason.
      who: { width: 192, minWidth: 180 },
      cluster: {
        color: tokens.text3,
        fontSize: 12,
        overflowWrap: 'anywhere',
      },
      cell: {
        display: 'block',
        width: '100%',
        minHeight: 49,
        padding: '4px 10px',
        border: 0,
        background: 'none',
        color: 'inherit',
        font: 'inherit',
        textAlign: 'left',
        cursor: 'pointer',
        '&:hover': { background: tokens.hover },
        '&:focus-visible': {
          outline: `2px solid ${tokens.link}`,
          outlineOffset: -2,
        },
      },
      small: { minHeight: 35, background: tokens.sunken },
      chosen: {
        background: tokens.selected,
        '&:hover': { background: tokens.selected },
      },
      changed: {
        background: tokens.busy.tint,
        boxShadow: `inset 0 0 0 2px ${tokens.busy.mark}`,
      },
      changedSmall: { background: tokens.busy.tint },
      name: {
        display: 'grid',
        gridTemplateColumns: '16px minmax(0, 1fr)',
        alignItems: 'center',
        gap: '0 8px',
        '& svg': { color: tokens.text3 },
        '& b': { fontWeight: 600, overflowWrap: 'anywhere' },
      },
      nameSub: {
        gridColumn: 2,
        color: tokens.text3,
        fontSize: 12,
        lineHeight: '16px',
      },
      person: {
        display: 'flex',
        alignItems: 'center',
        gap: 8,
        paddingLeft: 24,
        overflowWrap: 'anywhere',
      },
      reader: { color: tokens.text2, fontWeight: 400 },
      bold: { fontWeight: 600 },
      role: {
        display: 'inline-flex',
        alignItems: 'center',
        gap: 8,
        whiteSpace: 'nowrap',
      },
      none: { color: tokens.text3 },
      roleWhy: {
        display: 'block',
        paddingLeft: 22,
        color: tokens.text3,
        fontSize: 12,
        lineHeight: '16px',
      },
      quiet: { color: tokens.text2 },
      wide: { padding: '8px 16px !important' },
      static: { padding: '6px 10px', minHeight: 37 },
      legend: {
        display: 'flex',
        flexWrap: 'wrap',
        gap: '4px 20px',
        margin: 0,
        padding: '10px 16px',
        listStyle: 'none',
        borderTop: `1px solid ${tokens.border}`,
        fontSize: 12,
        lineHeight: '18px',
        color: tokens.text2,
        '& b': { color: tokens.text, fontWeight: 600 },
        '& li': { display: 'inline-flex', alignItems: 'center', gap: 6 },
      },
    };
  },
  { name: 'DomainDeckRights' },
);
