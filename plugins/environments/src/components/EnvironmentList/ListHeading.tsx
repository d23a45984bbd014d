import { useNavigate } from 'react-router-dom';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EnvironmentRecord,
  Options,
} from '@domaindeck/backstage-plugin-environments-common';
import {
  FeedConnection,
  tokensOf,
  useAnnouncement,
} from '@domaindeck/backstage-plugin-workloads-react';
import { Refused } from '../../hooks';
import { environmentsTranslationRef } from '../../translation';
import { ActionButton } from '../parts/ActionButton';
import { LiveDot } from '../parts/LiveDot';
import { useCardStyles } from '../parts/useCardStyles';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        display: 'flex',
        alignItems: 'center',
        flexWrap: 'wrap',
        gap: 12,
      },
      title: {
        flex: 1,
        minWidth: 0,
        fontSize: 18,
        lineHeight: '28px',
        fontWeight: 600,
        letterSpacing: '-.1px',
      },
      separator: { color: tokens.text3, fontWeight: 400, margin: '0 8px' },
      attention: { color: tokens.bad.text },
    };
  },
  { name: 'DomainDeckEnvironmentsHeading' },
);

/** Counts what there is, what is the reader's and what is wrong; says it aloud when it changes. */
export function ListHeading(props: {
  items: readonly EnvironmentRecord[];
  mine: number;
  /** Undefined until it is known whether the reader may make one. */
  options: Options | undefined;
  name: string;
  connection: FeedConnection;
  createPath: string;
  onTryNow: () => void;
}): JSX.Element {
  const { items, mine, options, name, connection, createPath, onTryNow } =
    props;
  const classes = useStyles();
  const cards = useCardStyles();
  const navigate = useNavigate();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const failed = items.filter(one => one.state === 'failed').length;
  const parts = [
    items.length === 0
      ? t('list.heading.none')
      : t('list.heading.count', { count: items.length }),
    items.length > 0 &&
      (mine === 0
        ? t('list.heading.noneMine')
        : t('list.heading.mine', { count: mine })),
  ].flatMap(text => text || []);
  const attention =
    failed > 0 ? t('list.heading.failed', { count: failed }) : undefined;
  const said = useAnnouncement(
    [...parts, attention].filter(Boolean).join(' · '),
  );
  const refused: Refused | undefined =
    options && !options.clusters.some(one => one.mayCreate)
      ? {
          because: 'right',
          reason: t('common.refused.create', { domain: name }),
        }
      : undefined;
  return (
    <header className={classes.root}>
      <Typography component="h2" className={classes.title}>
        {parts.map((part, index) => (
          <span key={part}>
            {index > 0 && <span className={classes.separator}>·</span>}
            {part}
          </span>
        ))}
        {attention && (
          <>
            <span className={classes.separator}>·</span>
            <span className={classes.attention}>{attention}</span>
          </>
        )}
      </Typography>
      <span role="status" className={cards.screenReader}>
        {said}
      </span>
      <LiveDot connection={connection} onTryNow={onTryNow} />
      <ActionButton
        look="primary"
        glyph="plus"
        refused={refused}
        onClick={() => navigate(createPath)}
      >
        {t('list.heading.new')}
      </ActionButton>
    </header>
  );
}
