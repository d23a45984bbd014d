import { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { tokensOf } from '@domaindeck/backstage-plugin-workloads-react';
import { environmentsTranslationRef } from '../../translation';
import { useTabBase } from './TabBase';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        display: 'flex',
        alignItems: 'center',
        flexWrap: 'wrap',
        gap: 12,
        minHeight: 32,
      },
      title: {
        flex: 1,
        minWidth: 0,
        display: 'flex',
        alignItems: 'center',
        flexWrap: 'wrap',
        gap: 8,
        fontSize: 18,
        lineHeight: '28px',
        fontWeight: 600,
        letterSpacing: '-.1px',
        overflowWrap: 'anywhere',
        '& a': {
          color: tokens.link,
          fontWeight: 400,
          textDecoration: 'none',
          '&:hover': { textDecoration: 'underline' },
          '&:focus-visible': {
            outline: `2px solid ${tokens.link}`,
            outlineOffset: 2,
          },
        },
      },
      separator: { color: tokens.text3, fontWeight: 400 },
    };
  },
  { name: 'DomainDeckCrumbs' },
);

/** Where one is inside the tab, with the way back, and what can be done there. */
export function Crumbs(props: {
  /** Names between the list and this page, with their paths. */
  between?: readonly { readonly text: string; readonly path: string }[];
  title: ReactNode;
  /** Asks before it leads away; true lets it go. */
  onLeave?: (path: string) => boolean;
  children?: ReactNode;
}): JSX.Element {
  const { between = [], title, onLeave, children } = props;
  const classes = useStyles();
  const base = useTabBase();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const steps = [{ text: t('list.title'), path: base }, ...between];
  return (
    <header className={classes.root}>
      <Typography component="h2" className={classes.title}>
        {steps.map(step => (
          <span key={step.path}>
            <Link
              to={step.path}
              onClick={event => {
                if (onLeave && !onLeave(step.path)) {
                  event.preventDefault();
                }
              }}
            >
              {step.text}
            </Link>{' '}
            <span className={classes.separator}>/</span>
          </span>
        ))}
        {title}
      </Typography>
      {children}
    </header>
  );
}
