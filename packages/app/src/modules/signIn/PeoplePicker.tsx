import { Content, Header, Page } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import { LanguageChoice } from './LanguageChoice';
import { OWNER, PEOPLE, Person } from './people';
import { PersonCard } from './PersonCard';
import { signInTranslationRef } from './translation';

const HINTS = ['crash', 'silent', 'stranger', 'grant'] as const;

const useStyles = makeStyles(theme => ({
  content: {
    maxWidth: 1360,
    margin: '0 auto',
    width: '100%',
    fontFamily: theme.typography.fontFamily,
    fontSize: 13,
    lineHeight: '20px',
    color: theme.palette.text.primary,
  },
  cards: {
    display: 'grid',
    gap: 20,
    marginTop: 16,
    gridTemplateColumns: 'repeat(auto-fit, minmax(260px, 1fr))',
  },
  hints: {
    listStyle: 'none',
    padding: 0,
    margin: '32px 0',
    display: 'grid',
    gap: 24,
    gridTemplateColumns: 'repeat(auto-fit, minmax(260px, 1fr))',
    '& li': { display: 'flex', gap: 12 },
    '& b': { display: 'block', fontWeight: 600 },
  },
  number: {
    flex: 'none',
    width: 24,
    height: 24,
    borderRadius: '50%',
    border: `1px solid ${theme.palette.divider}`,
    display: 'grid',
    placeItems: 'center',
    fontSize: 12,
  },
  enter: { display: 'block', padding: '2px 0', textTransform: 'none' },
  faint: { color: theme.palette.text.secondary },
}));

/** The demo's entrance: four people and a few things to try. */
export function PeoplePicker(props: {
  onEnter(person: Person): void;
  /** The last choice, when the portal did not let that person in. */
  refused?: { readonly person: Person; readonly error?: Error };
}) {
  const { refused } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(signInTranslationRef);
  return (
    <Page themeId="home">
      <Header title={t('title')} subtitle={t('subtitle')}>
        <LanguageChoice />
      </Header>
      <Content>
        <div className={classes.content}>
          {refused && (
            <Alert severity="error">
              {t('failed', {
                name: t(`person.${refused.person.key}.name`),
              })}
              {refused.error && <div>{refused.error.message}</div>}
            </Alert>
          )}
          <div className={classes.cards}>
            {PEOPLE.map((person, index) => (
              <PersonCard
                key={person.entityRef}
                person={person}
                first={index === 0}
                onEnter={props.onEnter}
              />
            ))}
          </div>
          <ol className={classes.hints} aria-label={t('hints.label')}>
            {HINTS.map((hint, index) => (
              <li key={hint}>
                <span className={classes.number} aria-hidden="true">
                  {index + 1}
                </span>
                <span>
                  <b>{t(`hints.${hint}.title`)}</b>
                  <span className={classes.faint}>
                    {t(`hints.${hint}.text`)}
                  </span>
                  {hint === 'grant' && (
                    <Button
                      size="small"
                      color="primary"
                      className={classes.enter}
                      onClick={() => props.onEnter(OWNER)}
                    >
                      {t('enter', { name: t('person.ownerThree.name') })}
                    </Button>
                  )}
                </span>
              </li>
            ))}
          </ol>
          <Typography variant="body2" className={classes.faint}>
            {t('footnote')}
          </Typography>
        </div>
      </Content>
    </Page>
  );
}
