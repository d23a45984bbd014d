import { ReactNode, useId } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { tokensOf } from '@domaindeck/backstage-plugin-workloads-react';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      card: {
        minWidth: 0,
        background: tokens.paper,
        border: `1px solid ${tokens.border}`,
        borderRadius: 4,
        boxShadow: tokens.shadow,
      },
      head: {
        display: 'flex',
        alignItems: 'center',
        gap: 12,
        minHeight: 48,
        padding: '8px 16px',
        borderBottom: `1px solid ${tokens.border}`,
      },
      title: {
        flex: 1,
        margin: 0,
        fontSize: 14,
        lineHeight: '20px',
        fontWeight: 600,
      },
      body: {
        '& > p': { margin: 0, padding: '12px 16px', color: tokens.text2 },
        '& > p + ul': { borderTop: `1px solid ${tokens.border}` },
        '& > p + ul:empty': { borderTop: 0 },
      },
    };
  },
  { name: 'DomainDeckClusterCard' },
);

/** One part of a cluster's detail. */
export function ClusterCard(props: {
  title: string;
  action?: ReactNode;
  children: ReactNode;
}): JSX.Element {
  const { title, action, children } = props;
  const classes = useStyles();
  const id = useId();
  return (
    <section className={classes.card} aria-labelledby={id}>
      <header className={classes.head}>
        <h3 id={id} className={classes.title}>
          {title}
        </h3>
        {action}
      </header>
      <div className={classes.body}>{children}</div>
    </section>
  );
}
