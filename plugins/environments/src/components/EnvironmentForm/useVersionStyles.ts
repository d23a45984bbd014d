import { makeStyles } from '@material-ui/core/styles';
import { tokensOf } from '@domaindeck/backstage-plugin-workloads-react';

/** Lines of the version picker. */
export const useVersionStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      // As high with many lines as with none: it opens where all of it has room.
      body: { display: 'flex', flexDirection: 'column', height: 210 },
      list: {
        margin: 0,
        padding: '0 0 6px',
        listStyle: 'none',
        flex: 1,
        minHeight: 0,
        overflowY: 'auto',
      },
      waiting: { opacity: 0.6 },
      line: {
        display: 'grid',
        gridTemplateColumns: '16px minmax(0, 1fr) max-content',
        gap: 8,
        alignItems: 'center',
        width: '100%',
        minHeight: 32,
        padding: '4px 12px',
        border: 0,
        background: 'none',
        color: 'inherit',
        font: 'inherit',
        textAlign: 'left',
        cursor: 'pointer',
        '&:hover, &:focus-visible': {
          background: tokens.hover,
          outline: 'none',
        },
        '&[aria-pressed="true"]': { background: tokens.selected },
      },
      name: {
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
      },
      at: {
        maxWidth: 200,
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
        color: tokens.text3,
        fontSize: 12,
      },
      none: { padding: '4px 12px 10px', color: tokens.text2, fontSize: 12 },
      foot: {
        marginTop: 'auto',
        padding: '8px 12px',
        borderTop: `1px solid ${tokens.border}`,
        color: tokens.text2,
        fontSize: 12,
        lineHeight: '16px',
        overflowWrap: 'anywhere',
        display: 'grid',
        gridTemplateColumns: '16px minmax(0, 1fr) max-content',
        gap: 8,
        alignItems: 'start',
      },
      skeleton: { padding: '2px 12px' },
    };
  },
  { name: 'DomainDeckVersionLines' },
);
