import { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { tokensOf } from '../theme';
import { Glyph, GlyphName } from './Glyph';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'center',
        textAlign: 'center',
        gap: 8,
        padding: '48px 24px',
        fontFamily: theme.typography.fontFamily,
      },
      round: {
        width: 44,
        height: 44,
        borderRadius: '50%',
        display: 'grid',
        placeItems: 'center',
        background: tokens.idle.tint,
        color: tokens.idle.text,
        border: `1px solid ${tokens.idle.line}`,
        marginBottom: 4,
      },
      title: { fontSize: 15, lineHeight: '22px', fontWeight: 600 },
      text: {
        maxWidth: 420,
        fontSize: 13,
        lineHeight: '20px',
        color: tokens.text2,
      },
      actions: {
        display: 'flex',
        gap: 8,
        marginTop: 8,
        '& .MuiButton-root': { textTransform: 'none', fontSize: 13 },
      },
    };
  },
  { name: 'DomainDeckEmptyNotice' },
);

/**
 * Says what is so, why, and what to do next, where there is nothing to show.
 * @public
 */
export function EmptyNotice(props: {
  glyph?: GlyphName;
  title: string;
  children: ReactNode;
  /** Buttons and links, the main one first. */
  actions?: ReactNode;
}): JSX.Element {
  const { glyph, title, children, actions } = props;
  const classes = useStyles();
  return (
    <section className={classes.root} aria-label={title}>
      {glyph && (
        <span className={classes.round}>
          <Glyph name={glyph} size={20} />
        </span>
      )}
      <Typography component="h2" className={classes.title}>
        {title}
      </Typography>
      <Typography component="div" className={classes.text}>
        {children}
      </Typography>
      {actions && <div className={classes.actions}>{actions}</div>}
    </section>
  );
}
