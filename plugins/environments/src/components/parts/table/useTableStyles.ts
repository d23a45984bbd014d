import { makeStyles } from '@material-ui/core/styles';
import { tokensOf } from '@domaindeck/backstage-plugin-workloads-react';

/** The list of environments. */
export const useTableStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      // What is hidden from eyes is placed absolutely, and would widen the page from an unplaced frame.
      scroll: { position: 'relative', overflowX: 'auto' },
      table: {
        width: '100%',
        minWidth: 480,
        tableLayout: 'fixed',
        borderCollapse: 'separate',
        borderSpacing: 0,
        fontSize: 13,
        lineHeight: '20px',
        '& th, & td': {
          padding: '4px 8px',
          textAlign: 'left',
          fontWeight: 400,
          verticalAlign: 'middle',
          borderBottom: `1px solid ${tokens.border}`,
        },
        '& thead th': {
          height: 32,
          color: tokens.text3,
          fontSize: 12,
          lineHeight: '16px',
          borderBottomColor: tokens.border2,
        },
        '& tbody th, & tbody td': { height: 44 },
        '& tr > *:first-child': { paddingLeft: 16 },
        '& tr > *:last-child': { paddingRight: 12 },
        '& tbody:last-child tr:last-child > *': { borderBottom: 0 },
      },
      sort: {
        display: 'inline-flex',
        alignItems: 'center',
        gap: 4,
        minHeight: 28,
        border: 0,
        padding: 0,
        background: 'none',
        color: 'inherit',
        font: 'inherit',
        cursor: 'pointer',
        '&:hover': { color: tokens.text },
        '&:focus-visible': {
          outline: `2px solid ${tokens.link}`,
          outlineOffset: 2,
        },
      },
      sorted: { color: tokens.text, fontWeight: 600 },
      group: {
        '& > th': {
          height: '28px !important',
          background: tokens.sunken,
          fontSize: 12,
          fontWeight: 600,
        },
        '& span': { color: tokens.text3, fontWeight: 400 },
      },
      row: {
        '&:hover > *, &:focus-within > *': { background: tokens.hover },
        // Extend and Copy stay out of the way until somebody looks at the row; a finger has no pointer to look with.
        '@media (hover: hover)': {
          '& [data-quiet]': { opacity: 0 },
          '&:hover [data-quiet], &:focus-within [data-quiet]': { opacity: 1 },
        },
      },
      silent: {
        '& > *': {
          background: `repeating-linear-gradient(135deg, ${tokens.sunken} 0 6px, ${tokens.hatch} 6px 12px)`,
        },
      },
      name: {
        color: tokens.text,
        fontWeight: 600,
        textDecoration: 'none',
        '&:hover': { color: tokens.link, textDecoration: 'underline' },
        '&:focus-visible': {
          outline: `2px solid ${tokens.link}`,
          outlineOffset: 2,
        },
      },
      sub: {
        display: 'block',
        color: tokens.text3,
        fontSize: 12,
        lineHeight: '16px',
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
      },
      below: { fontSize: 12, lineHeight: '16px' },
      state: { display: 'flex', alignItems: 'center', gap: 8 },
      under: { paddingLeft: 22 },
      life: {
        display: 'grid',
        gridTemplateColumns: '40px minmax(0, 1fr)',
        columnGap: 10,
        alignItems: 'center',
      },
      until: {
        gridColumn: 2,
        display: 'flex',
        alignItems: 'center',
        gap: 4,
        color: tokens.text3,
        fontSize: 12,
        lineHeight: '16px',
        whiteSpace: 'nowrap',
        '& button': { minHeight: 16, lineHeight: '16px' },
      },
      soon: { color: tokens.warn.text, fontWeight: 600 },
      own: {
        display: 'flex',
        alignItems: 'center',
        gap: 8,
        whiteSpace: 'nowrap',
        '& b': { fontWeight: 600 },
      },
      pips: { display: 'inline-flex', gap: 2, flex: 'none' },
      pip: {
        width: 4,
        height: 12,
        borderRadius: 1,
        background: tokens.border2,
      },
      mine: {
        background: tokens.type === 'dark' ? tokens.link : tokens.primary,
        '@media (forced-colors: active)': { background: 'CanvasText' },
      },
      faint: { color: tokens.text3 },
      drift: {
        display: 'flex',
        minWidth: 0,
        alignItems: 'center',
        gap: 5,
        color: tokens.text2,
      },
      address: {
        position: 'relative',
        display: 'flex',
        alignItems: 'center',
        gap: 4,
        minWidth: 0,
        '& a': {
          display: 'inline-flex',
          alignItems: 'center',
          gap: 6,
          minWidth: 0,
          color: tokens.link,
          textDecoration: 'none',
          '&:hover': { textDecoration: 'underline' },
          '&:focus-visible': {
            outline: `2px solid ${tokens.link}`,
            outlineOffset: 2,
          },
        },
        // It lies over the end of the address until somebody looks at the row, so that the address may be as long.
        '& > [data-quiet]': {
          position: 'absolute',
          right: 0,
          background: tokens.hover,
          borderRadius: 4,
        },
        '& a > span': {
          overflow: 'hidden',
          textOverflow: 'ellipsis',
          whiteSpace: 'nowrap',
        },
      },
      number: {
        textAlign: 'right !important' as 'right',
        fontVariantNumeric: 'tabular-nums',
      },
      more: { '& > td': { height: '36px !important', fontSize: 12 } },
    };
  },
  { name: 'DomainDeckEnvironmentTable' },
);
