import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EntityRefLink,
  useEntityPresentation,
} from '@backstage/plugin-catalog-react';
import {
  initialsOf,
  tokensOf,
} from '@domaindeck/backstage-plugin-workloads-react';
import { environmentsTranslationRef } from '../../translation';
import { useCardStyles } from './useCardStyles';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        display: 'inline-flex',
        alignItems: 'center',
        gap: 8,
        minWidth: 0,
        maxWidth: '100%',
      },
      mark: {
        flex: 'none',
        width: 24,
        height: 24,
        borderRadius: '50%',
        display: 'inline-grid',
        placeItems: 'center',
        fontSize: 10,
        fontWeight: 600,
        lineHeight: '12px',
        background: tokens.sunken,
        color: tokens.text2,
        boxShadow: `inset 0 0 0 1px ${tokens.border2}`,
      },
      reader: {
        background: tokens.primary,
        color: tokens.onPrimary,
        boxShadow: 'none',
      },
      name: {
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
      },
      you: { color: tokens.text3 },
    };
  },
  { name: 'DomainDeckPersonName' },
);

/** A person with a mark, as a link to the person's page. */
export function PersonName(props: {
  /** Full reference. */
  person: string;
  /** The reader's own. */
  reader: boolean;
}): JSX.Element {
  const { person, reader } = props;
  const classes = useStyles();
  const cards = useCardStyles();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const { primaryTitle } = useEntityPresentation(person, {
    defaultKind: 'user',
  });
  return (
    <span className={classes.root}>
      <span
        aria-hidden="true"
        className={`${classes.mark} ${reader ? classes.reader : ''}`}
      >
        {initialsOf(primaryTitle)}
      </span>
      <span className={classes.name}>
        <EntityRefLink
          entityRef={person}
          defaultKind="user"
          hideIcon
          className={cards.link}
          color="inherit"
        />
        {reader && <span className={classes.you}> {t('common.you')}</span>}
      </span>
    </span>
  );
}

/** The name of a person in a sentence. */
export function PersonText(props: { person: string }): JSX.Element {
  const { primaryTitle } = useEntityPresentation(props.person, {
    defaultKind: 'user',
  });
  return <b>{primaryTitle}</b>;
}
