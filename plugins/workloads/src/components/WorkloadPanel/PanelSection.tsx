import { ReactNode, useId } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { tokensOf } from '@domaindeck/backstage-plugin-workloads-react';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        padding: '14px 0',
        borderBottom: `1px solid ${tokens.border}`,
        '&:last-child': { borderBottom: 0 },
      },
      head: {
        display: 'flex',
        alignItems: 'center',
        gap: 8,
        minHeight: 20,
        marginBottom: 6,
      },
      title: {
        margin: 0,
        marginRight: 'auto',
        fontSize: 13,
        lineHeight: '20px',
        fontWeight: 600,
      },
      aside: { color: tokens.text3, fontWeight: 400 },
    };
  },
  { name: 'DomainDeckPanelSection' },
);

/** One part of the panel under its heading. */
export function PanelSection(props: {
  title: string;
  /** Said faintly after the title. */
  aside?: string;
  action?: ReactNode;
  children: ReactNode;
}): JSX.Element {
  const { title, aside, action, children } = props;
  const classes = useStyles();
  const id = useId();
  return (
    <section className={classes.root} aria-labelledby={id}>
      <header className={classes.head}>
        <h3 className={classes.title}>
          <span id={id}>{title}</span>
          {aside && <span className={classes.aside}> {aside}</span>}
        </h3>
        {action}
      </header>
      {children}
    </section>
  );
}
