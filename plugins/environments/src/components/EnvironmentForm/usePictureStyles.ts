import { makeStyles } from '@material-ui/core/styles';
import { tokensOf } from '@domaindeck/backstage-plugin-workloads-react';

/** The picture of a domain. Of two classes of one element the later one below holds. */
export const usePictureStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    const accent = tokens.type === 'dark' ? tokens.link : tokens.primary;
    return {
      root: {
        position: 'relative',
        borderTop: `1px solid ${tokens.border}`,
        background: `radial-gradient(${tokens.border} 1px, transparent 1px) 0 0/16px 16px`,
        overflowX: 'auto',
      },
      canvas: { position: 'relative', margin: '0 auto' },
      legend: {
        position: 'sticky',
        left: 0,
        display: 'flex',
        flexWrap: 'wrap',
        gap: '4px 16px',
        padding: '4px 16px 8px',
        fontSize: 12,
        lineHeight: '16px',
        color: tokens.text2,
        '& > span': { display: 'inline-flex', alignItems: 'center', gap: 6 },
      },
      key: {
        width: 14,
        height: 10,
        borderRadius: 2,
        border: `1px solid ${tokens.control}`,
        background: tokens.paper,
      },
      keyMine: { background: tokens.primary, borderColor: tokens.primary },
      keyNeeded: {
        background: tokens.selected,
        border: `1px dashed ${accent}`,
      },
      svg: { display: 'block', width: '100%', height: 'auto' },
      name: {
        fontFamily: theme.typography.fontFamily,
        fontSize: 13,
        fontWeight: 600,
        fill: tokens.text,
      },
      version: {
        fontFamily: theme.typography.fontFamily,
        fontSize: 12,
        fill: tokens.text3,
      },
      onMine: { fill: tokens.onPrimary },
      box: { fill: tokens.paper, stroke: tokens.border2 },
      store: { fill: tokens.sunken, stroke: tokens.border2 },
      mine: { fill: tokens.primary, stroke: tokens.primary },
      needed: {
        fill: tokens.selected,
        stroke: accent,
        strokeWidth: 1.5,
        strokeDasharray: '5 4',
      },
      refused: { fill: tokens.sunken, stroke: tokens.border2 },
      entry: { fill: tokens.paper, stroke: tokens.control },
      tick: { fill: tokens.paper, stroke: tokens.control, strokeWidth: 1.5 },
      tickMine: { fill: tokens.onPrimary },
      mark: {
        fill: 'none',
        stroke: tokens.primary,
        strokeWidth: 2,
        strokeLinecap: 'round',
        strokeLinejoin: 'round',
      },
      plus: {
        fill: 'none',
        stroke: accent,
        strokeWidth: 2,
        strokeLinecap: 'round',
      },
      wire: { fill: 'none', stroke: tokens.control, strokeWidth: 1.25 },
      wireMine: { stroke: accent, strokeWidth: 2 },
      wireNeeded: { stroke: accent, strokeWidth: 2, strokeDasharray: '6 5' },
      messages: { strokeDasharray: '2 4' },
      head: { fill: tokens.control },
      headAccent: { fill: accent },
      tickBox: {
        // The drawing below shows what is ticked; the real box takes clicks, keys and focus.
        position: 'absolute' as const,
        margin: 0,
        appearance: 'none' as const,
        background: 'transparent',
        borderRadius: 4,
        cursor: 'pointer',
        '&:focus-visible': {
          outline: `2px solid ${tokens.link}`,
          outlineOffset: 2,
        },
        '&[aria-disabled="true"]': { cursor: 'not-allowed' },
      },
    };
  },
  { name: 'DomainDeckServicePicture' },
);
