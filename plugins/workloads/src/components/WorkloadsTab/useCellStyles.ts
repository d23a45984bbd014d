import { makeStyles } from '@material-ui/core/styles';
import { tokensOf } from '@domaindeck/backstage-plugin-workloads-react';

function fade(name: string) {
  return {
    '& > *': { animation: `${name} 225ms cubic-bezier(.4, 0, .2, 1)` },
    '@media (prefers-reduced-motion: reduce)': {
      '& > *': { animation: 'none' },
    },
  };
}

/** The two forms of a matrix cell; on a card under 900 px, ready and age go under the version and the reason below. */
export const useCellStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      cell: {
        display: 'grid',
        gridTemplate:
          '"mark ver ready" 20px "why why age" minmax(16px, auto) / 14px minmax(0, 1fr) max-content',
        columnGap: 8,
        alignContent: 'center',
        boxSizing: 'border-box',
        height: '100%',
        minHeight: 50,
        padding: '0 16px',
        color: 'inherit',
        textDecoration: 'none',
        '&:focus-visible': {
          outline: `2px solid ${tokens.link}`,
          outlineOffset: -2,
        },
      },
      link: {
        transition: 'background-color 120ms',
        '&:hover': { background: tokens.hover, textDecoration: 'none' },
      },
      tight: { padding: '0 12px' },
      narrow: {
        gridTemplate:
          '"mark ver ver" 20px ". ready age" 16px / 14px max-content minmax(0, 1fr)',
        columnGap: 7,
        padding: '0 8px 0 12px',
        '& $ready': { fontSize: 12, lineHeight: '16px', textAlign: 'left' },
        '& $why': { display: 'none' },
        '& $age': {
          textAlign: 'left',
          marginLeft: -3,
          '&::before': { content: '"· "' },
        },
        '&$failed, &$degraded': {
          gridTemplate:
            '"mark ver ver" 20px ". ready age" 16px ". why why" auto / 14px max-content minmax(0, 1fr)',
          paddingTop: 6,
          paddingBottom: 6,
          '& $why': { display: 'block', padding: 0, whiteSpace: 'normal' },
        },
      },
      /* Beside an open panel: the panel says what is left out here. */
      slim: {
        columnGap: 5,
        padding: '0 4px 0 8px',
        '& $age': { display: 'none' },
      },
      /* Only what changed is shown, so that what changed is worth its line in every form. */
      told: {
        '& $why': { display: 'block', color: tokens.text2 },
        '&$narrow': {
          gridTemplate:
            '"mark ver ver" 20px ". ready age" 16px ". why why" auto / 14px max-content minmax(0, 1fr)',
          '& $why': { padding: 0, whiteSpace: 'normal' },
        },
      },
      mark: { gridArea: 'mark', alignSelf: 'center' },
      version: {
        gridArea: 'ver',
        display: 'flex',
        alignItems: 'center',
        gap: 6,
        minWidth: 0,
      },
      more: { fontSize: 12, color: tokens.text3, flex: 'none' },
      ready: {
        gridArea: 'ready',
        fontSize: 13,
        lineHeight: '20px',
        color: tokens.text2,
        fontVariantNumeric: 'tabular-nums',
        textAlign: 'right',
      },
      why: {
        gridArea: 'why',
        paddingLeft: 22,
        fontSize: 12,
        lineHeight: '16px',
        color: tokens.text3,
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
      },
      age: {
        gridArea: 'age',
        fontSize: 12,
        lineHeight: '16px',
        color: tokens.text3,
        textAlign: 'right',
        whiteSpace: 'nowrap',
      },
      failed: {
        paddingTop: 4,
        paddingBottom: 4,
        background: tokens.bad.tint,
        boxShadow: `inset 3px 0 0 ${tokens.bad.mark}`,
        '& $why, & $ready': { color: tokens.bad.text, fontWeight: 600 },
        '& $why': { whiteSpace: 'normal' },
        '&:hover': { background: tokens.bad.tint },
      },
      degraded: {
        paddingTop: 4,
        paddingBottom: 4,
        background: tokens.warn.tint,
        boxShadow: `inset 3px 0 0 ${tokens.warn.mark}`,
        '& $why, & $ready': { color: tokens.warn.text, fontWeight: 600 },
        '& $why': { whiteSpace: 'normal' },
        '&:hover': { background: tokens.warn.tint },
      },
      progressing: {
        '& $why': { color: tokens.busy.text, whiteSpace: 'normal' },
      },
      silent: {
        '& $ready': { color: tokens.text3 },
        '&:hover': { background: 'none' },
      },
      open: { boxShadow: `inset 0 0 0 2px ${tokens.primary}` },
      absent: {
        gridTemplate: '"mark ver" 20px / 14px 1fr',
        color: tokens.text3,
        fontSize: 12,
        lineHeight: '20px',
      },
      // Two animations of one form: the change from one to the other starts it again without a new element, which would
      // lose the focus.
      '@keyframes appearOdd': { from: { opacity: 0.2 }, to: { opacity: 1 } },
      '@keyframes appearEven': { from: { opacity: 0.2 }, to: { opacity: 1 } },
      changedOdd: fade('$appearOdd'),
      changedEven: fade('$appearEven'),
    };
  },
  { name: 'DomainDeckMatrixCell' },
);
