import { makeStyles } from '@material-ui/core/styles';
import { tokensOf } from '@domaindeck/backstage-plugin-workloads-react';

/** The frame that every card of the tab shares. */
export const useCardStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      card: {
        background: tokens.paper,
        color: tokens.text,
        border: `1px solid ${tokens.border}`,
        borderRadius: 4,
        boxShadow: tokens.shadow,
        fontSize: 13,
        lineHeight: '20px',
      },
      head: {
        display: 'flex',
        alignItems: 'center',
        gap: 12,
        minHeight: 54,
        padding: '8px 16px',
        borderBottom: `1px solid ${tokens.border}`,
        '& h2, & h3': {
          margin: 0,
          flex: 1,
          minWidth: 0,
          fontSize: 14,
          lineHeight: '20px',
          fontWeight: 600,
          overflowWrap: 'anywhere',
        },
      },
      foot: {
        display: 'flex',
        alignItems: 'center',
        flexWrap: 'wrap',
        gap: 12,
        padding: '10px 16px',
        borderTop: `1px solid ${tokens.border}`,
      },
      grow: { flex: 1, minWidth: 0 },
      faint: { color: tokens.text3, fontSize: 12, lineHeight: '16px' },
      padded: { padding: 16 },
    };
  },
  { name: 'DomainDeckAccessCard' },
);
