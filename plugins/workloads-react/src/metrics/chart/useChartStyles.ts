import { makeStyles } from '@material-ui/core/styles';
import { tokensOf } from '../../theme';

/** What the chart library's own sheet holds, as far as it is needed, in the theme's colours. */
export const useChartStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        position: 'relative',
        borderRadius: 2,
        '&:focus-visible': {
          outline: `2px solid ${tokens.link}`,
          outlineOffset: 2,
        },
        '& .uplot, & .uplot *': { boxSizing: 'border-box' },
        '& .uplot': { width: 'min-content' },
        '& .u-wrap': { position: 'relative', userSelect: 'none' },
        '& .u-over, & .u-under, & .u-axis': { position: 'absolute' },
        '& .u-over': { cursor: 'pointer' },
        '& .u-under': { overflow: 'hidden' },
        '& .uplot canvas': { display: 'block', position: 'relative' },
        '& .u-select': {
          position: 'absolute',
          pointerEvents: 'none',
          background: tokens.selected,
          opacity: 0.6,
        },
        '& .u-cursor-x': {
          position: 'absolute',
          left: 0,
          top: 0,
          height: '100%',
          borderRight: `1px solid ${tokens.text3}`,
          pointerEvents: 'none',
          willChange: 'transform',
        },
        '& .u-cursor-pt': {
          position: 'absolute',
          left: 0,
          top: 0,
          borderRadius: '50%',
          pointerEvents: 'none',
          willChange: 'transform',
        },
        '& .u-off': { display: 'none' },
      },
    };
  },
  { name: 'DomainDeckTimeSeries' },
);
