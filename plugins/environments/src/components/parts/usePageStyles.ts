import { makeStyles } from '@material-ui/core/styles';
import { tokensOf } from '@domaindeck/backstage-plugin-workloads-react';

/** The frame of the page of one environment. */
export const usePageStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      cols: {
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 1fr) 380px',
        gap: 16,
        alignItems: 'start',
        '@media (max-width: 1240px)': {
          gridTemplateColumns: 'minmax(0, 1fr)',
        },
      },
      stack: { display: 'flex', flexDirection: 'column', gap: 16, minWidth: 0 },
      facts: {
        display: 'grid',
        gridTemplateColumns: 'max-content minmax(0, 1fr)',
        gap: '6px 16px',
        padding: '12px 16px 16px',
        '& dt': { color: tokens.text3 },
        '& dd': { minWidth: 0, overflowWrap: 'anywhere' },
      },
      together: {
        display: 'flex',
        alignItems: 'center',
        flexWrap: 'wrap',
        gap: 8,
      },
      time: {
        color: tokens.text3,
        fontSize: 12,
        fontVariantNumeric: 'tabular-nums',
        whiteSpace: 'nowrap',
      },
      actions: { display: 'flex', flexWrap: 'wrap', gap: 8 },
      undo: {
        display: 'inline-flex',
        alignItems: 'center',
        gap: 6,
        fontSize: 12,
        color: tokens.text2,
      },
    };
  },
  { name: 'DomainDeckEnvironmentPage' },
);
