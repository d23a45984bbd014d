import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Avatar from '@material-ui/core/Avatar';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { useEffect, useRef } from 'react';
import { Person, TIERS } from './people';
import { RoleLabel } from './RoleLabel';
import { signInTranslationRef } from './translation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    border: `1px solid ${theme.palette.divider}`,
    boxShadow: '0 1px 1px rgba(0, 0, 0, .06)',
  },
  top: {
    display: 'flex',
    alignItems: 'center',
    gap: 12,
    padding: '24px 20px 0',
  },
  avatar: {
    fontSize: 14,
    fontWeight: 600,
    color: theme.palette.text.primary,
    backgroundColor: theme.palette.background.default,
    border: `1px solid ${theme.palette.divider}`,
  },
  name: { fontSize: 15, fontWeight: 600, margin: 0 },
  department: { fontSize: 12, color: theme.palette.text.secondary },
  sentence: {
    padding: '14px 20px 20px',
    margin: 0,
    minHeight: 94,
    flex: 1,
    fontSize: 14,
    lineHeight: '20px',
  },
  roles: {
    borderTop: `1px solid ${theme.palette.divider}`,
    margin: 0,
    padding: '14px 20px 4px',
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    rowGap: 4,
    gridAutoRows: 24,
    alignItems: 'center',
    '& dt': { color: theme.palette.text.secondary },
    '& dd': { margin: 0, minWidth: 96 },
  },
  footer: { padding: 20 },
  button: { textTransform: 'none', fontWeight: 400 },
}));

/** One person of the demo: who, what they may do in payments, and the way in. */
export function PersonCard(props: {
  person: Person;
  /** The one that Enter takes. */
  first: boolean;
  onEnter(person: Person): void;
}) {
  const { person, first, onEnter } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(signInTranslationRef);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (first) {
      button.current?.focus();
    }
  }, [first]);
  const name = t(`person.${person.key}.name`);
  const initials = name
    .split(' ')
    .map(word => word[0])
    .join('');
  return (
    <Paper component="section" elevation={0} className={classes.root}>
      <div className={classes.top}>
        <Avatar className={classes.avatar} aria-hidden="true">
          {initials}
        </Avatar>
        <div>
          <h2 className={classes.name}>{name}</h2>
          <span className={classes.department}>
            {t(`person.${person.key}.department`)}
          </span>
        </div>
      </div>
      <p className={classes.sentence}>{t(`person.${person.key}.sentence`)}</p>
      <dl className={classes.roles} aria-label={t('rolesOf', { name })}>
        {TIERS.map(tier => [
          <dt key={`${tier}-tier`}>{t(`tier.${tier}`)}</dt>,
          <dd key={`${tier}-role`}>
            <RoleLabel
              role={person.roles[tier]}
              word={t(`role.${person.roles[tier]}`)}
            />
          </dd>,
        ])}
      </dl>
      <footer className={classes.footer}>
        <Button
          fullWidth
          ref={button}
          disableFocusRipple
          className={classes.button}
          variant={first ? 'contained' : 'outlined'}
          color={first ? 'primary' : 'default'}
          onClick={() => onEnter(person)}
        >
          {t('enter', { name })}
        </Button>
      </footer>
    </Paper>
  );
}
