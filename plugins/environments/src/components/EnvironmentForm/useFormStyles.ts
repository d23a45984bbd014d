import { makeStyles } from '@material-ui/core/styles';
import { tokensOf } from '@domaindeck/backstage-plugin-workloads-react';

/** The form left, the plan right; below 1100 pixels one after the other. */
export const useFormStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      two: {
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 1fr) 420px',
        gap: 16,
        alignItems: 'start',
      },
      one: { gridTemplateColumns: 'minmax(0, 1fr)' },
      stack: { display: 'flex', flexDirection: 'column', gap: 12, minWidth: 0 },
      stepHead: {
        display: 'flex',
        alignItems: 'center',
        flexWrap: 'wrap',
        gap: '4px 10px',
        padding: '6px 16px',
        minHeight: 40,
        '& h3': {
          margin: 0,
          fontSize: 14,
          lineHeight: '20px',
          fontWeight: 600,
        },
      },
      trio: {
        display: 'flex',
        flexWrap: 'wrap',
        gap: 1,
        overflow: 'hidden',
        '& > *': {
          flex: '1 1 212px',
          padding: '12px 14px 14px',
          // The lines between are the card's ground, also where a field stands in a row of its own.
          boxShadow: `0 0 0 1px ${tokens.border}`,
          minWidth: 0,
        },
      },
      field: { display: 'flex', flexDirection: 'column', gap: 6 },
      // The choices of a length stand side by side in any language.
      wide: { flexBasis: '252px !important' },
      label: { fontSize: 13, lineHeight: '20px', fontWeight: 600 },
      hint: { color: tokens.text3, fontSize: 12, lineHeight: '16px' },
      error: { color: tokens.bad.text, fontSize: 12, lineHeight: '16px' },
      good: { color: tokens.ok.text },
      input: {
        width: '100%',
        height: 32,
        padding: '0 10px',
        border: `1px solid ${tokens.control}`,
        borderRadius: 4,
        background: tokens.paper,
        color: tokens.text,
        font: 'inherit',
        '&:focus': {
          outline: 'none',
          borderColor: tokens.link,
          boxShadow: `0 0 0 1px ${tokens.link}`,
        },
        '&[aria-invalid="true"]': { borderColor: tokens.bad.mark },
      },
      mono: { fontFamily: tokens.mono, fontSize: 12 },
      check: {
        display: 'flex',
        alignItems: 'center',
        gap: 8,
        minHeight: 28,
        fontSize: 12,
        lineHeight: '16px',
        cursor: 'pointer',
        '& input': { accentColor: tokens.primary, margin: 0 },
      },
      sizes: {
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fit, minmax(58px, 1fr))',
        gap: 6,
      },
      size: {
        border: `1px solid ${tokens.border2}`,
        borderRadius: 4,
        padding: '5px 8px 6px',
        background: tokens.paper,
        color: tokens.text3,
        font: 'inherit',
        fontSize: 12,
        lineHeight: '16px',
        textAlign: 'left',
        cursor: 'pointer',
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        '& b': {
          display: 'block',
          color: tokens.text,
          fontSize: 13,
          lineHeight: '18px',
          fontWeight: 600,
        },
        '&[aria-checked="true"]': {
          borderColor: tokens.type === 'dark' ? tokens.link : tokens.primary,
          boxShadow: `inset 0 0 0 1px ${
            tokens.type === 'dark' ? tokens.link : tokens.primary
          }`,
          background: tokens.selected,
          color: tokens.text2,
        },
        '&:focus-visible': {
          outline: `2px solid ${tokens.link}`,
          outlineOffset: 2,
        },
      },
      segments: {
        display: 'flex',
        '& > div': { flex: 1 },
        '& button': { padding: '0 4px' },
      },
    };
  },
  { name: 'DomainDeckEnvironmentForm' },
);
