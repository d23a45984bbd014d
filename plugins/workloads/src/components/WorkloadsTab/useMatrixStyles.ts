import { makeStyles } from '@material-ui/core/styles';
import { tokensOf } from '@domaindeck/backstage-plugin-workloads-react';

/** The frame of the matrix: hairlines, the reference column, the hatching of what is silent. */
export const useMatrixStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      card: {
        background: tokens.paper,
        border: `1px solid ${tokens.border}`,
        borderRadius: 4,
        boxShadow: tokens.shadow,
        overflowX: 'auto',
      },
      /* Too many rows to draw at once: the card scrolls under its own head. */
      scroll: {
        maxHeight: 'calc(100vh - 240px)',
        minHeight: 320,
        overflow: 'auto',
        '& thead th': {
          position: 'sticky',
          top: 0,
          zIndex: 2,
          backgroundColor: tokens.paper,
        },
        '& thead $corner': { zIndex: 3 },
      },
      table: {
        width: '100%',
        borderCollapse: 'separate',
        borderSpacing: 0,
        tableLayout: 'fixed',
        fontSize: 13,
        lineHeight: '20px',
        '& th': {
          textAlign: 'left',
          fontWeight: 400,
          padding: '9px 16px 8px',
          borderBottom: `1px solid ${tokens.border2}`,
          verticalAlign: 'top',
        },
        '& thead th + th, & td': {
          borderLeft: `1px solid ${tokens.border}`,
        },
        '& tbody th': {
          padding: '0 16px',
          borderBottom: `1px solid ${tokens.border}`,
          verticalAlign: 'middle',
        },
        '& td': {
          padding: 0,
          height: 51,
          borderBottom: `1px solid ${tokens.border}`,
        },
        '& tbody tr:last-child > *': { borderBottom: 0 },
      },
      tight: {
        '& th, & tbody th': { paddingLeft: 12, paddingRight: 12 },
      },
      narrow: {
        '& th, & tbody th': { paddingLeft: 12, paddingRight: 8 },
      },
      slim: {
        '& th, & tbody th': { paddingLeft: 8, paddingRight: 4 },
      },
      service: {
        width: 176,
        '$narrow &': { width: 112 },
        '$slim &': { width: 104 },
      },
      /* More columns than fit scroll under the names of the services. */
      sticky: {
        position: 'sticky',
        left: 0,
        zIndex: 1,
        background: tokens.paper,
      },
      /* In the corner of the name, so that no row grows by it. */
      door: { position: 'absolute', right: 2, bottom: 2 },
      corner: {
        verticalAlign: 'bottom !important',
        fontSize: 12,
        color: tokens.text3,
      },
      sort: {
        display: 'inline-flex',
        alignItems: 'center',
        gap: 4,
        minHeight: 28,
        textAlign: 'left',
        color: tokens.text3,
      },
      reference: { background: tokens.reference },
      silent: {
        background: `repeating-linear-gradient(135deg, ${tokens.sunken} 0 6px, ${tokens.hatch} 6px 12px)`,
      },
      environment: {
        display: 'flex',
        alignItems: 'center',
        gap: 8,
        minHeight: 20,
        fontSize: 14,
        fontWeight: 600,
        '$narrow &': { fontSize: 13 },
        '$slim &': { position: 'relative', fontSize: 12 },
        '$silent &': { color: tokens.text2 },
      },
      /* A word that is longer than its column is cut, and never broken inside. */
      tier: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' },
      tag: {
        padding: '0 5px',
        borderRadius: 3,
        fontSize: 12,
        lineHeight: '18px',
        fontWeight: 500,
        color: tokens.text2,
        background: tokens.paper,
        boxShadow: `inset 0 0 0 1px ${tokens.border2}`,
        '$narrow &': { display: 'none' },
      },
      menu: {
        marginLeft: 'auto',
        width: 28,
        height: 28,
        margin: '-4px -8px -4px auto',
        display: 'inline-grid',
        placeItems: 'center',
        color: tokens.text3,
        borderRadius: 4,
        opacity: 0,
        '&:hover': { background: tokens.hover },
        'th:hover &, &:focus-visible, &[aria-expanded="true"]': { opacity: 1 },
        '@media (hover: none)': { opacity: 1 },
        // Where it shows only when pointed at it takes no room from the name.
        '@media (hover: hover)': {
          '$slim &': {
            position: 'absolute',
            top: -4,
            right: -4,
            margin: 0,
            background: tokens.paper,
          },
        },
      },
      where: {
        display: 'flex',
        alignItems: 'baseline',
        gap: 6,
        fontSize: 12,
        lineHeight: '18px',
        color: tokens.text3,
        '$narrow &': { lineHeight: '16px', minHeight: 18 },
      },
      whereMark: { alignSelf: 'flex-start', marginTop: 2 },
      dot: {
        width: 6,
        height: 6,
        margin: '0 4px',
        borderRadius: '50%',
        flex: 'none',
        alignSelf: 'flex-start',
        marginTop: 6,
        background: tokens.ok.mark,
      },
      name: {
        display: 'block',
        color: tokens.text,
        fontWeight: 600,
        overflowWrap: 'anywhere',
        textDecoration: 'none',
        '&:hover': { textDecoration: 'underline' },
        '&:focus-visible': {
          outline: `2px solid ${tokens.link}`,
          outlineOffset: 2,
        },
      },
      system: {
        display: 'block',
        fontSize: 12,
        lineHeight: '16px',
        color: tokens.text3,
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
        '$narrow &': { display: 'none' },
      },
    };
  },
  { name: 'DomainDeckMatrix' },
);
