import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  clockTime,
  tokensOf,
  useAnnouncement,
  useControlStyles,
  useNow,
} from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';
import { TabModel } from './useTabModel';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        display: 'flex',
        alignItems: 'center',
        gap: 10,
        minHeight: 28,
      },
      title: {
        flex: 1,
        minWidth: 0,
        fontSize: 18,
        lineHeight: '28px',
        fontWeight: 600,
        letterSpacing: '-.1px',
      },
      separator: { color: tokens.text3, fontWeight: 400, margin: '0 6px' },
      attention: { color: tokens.bad.text },
    };
  },
  { name: 'DomainDeckWorkloadsHeading' },
);

/** Counts what there is and what is wrong; says it aloud when it changes. */
export function Heading(props: {
  model: TabModel;
  filtered: boolean;
  /** When the last of all clusters answered; undefined while one does. RFC 3339. */
  asOf?: string;
  /** How live it is. */
  children: ReactNode;
}): JSX.Element {
  const { model, filtered, asOf, children } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const now = useNow(60_000);
  const { t } = useTranslationRef(workloadsTranslationRef);
  const count = model.rows.length;
  const parts: string[] = [
    filtered
      ? t('workloads.heading.shown', {
          count,
          shown: String(model.shown.length),
        })
      : t('workloads.heading.services', { count }),
    t('workloads.heading.environments', { count: model.columns.length }),
  ];
  if (asOf) {
    parts.push(t('workloads.heading.asOf', { time: clockTime(asOf, now) }));
  }
  const attention =
    model.troubles.length > 0
      ? t('workloads.heading.attention', { count: model.troubles.length })
      : undefined;
  const said = useAnnouncement(
    [...parts, attention].filter(Boolean).join(' · '),
  );
  return (
    <header className={classes.root}>
      <Typography component="h2" className={classes.title}>
        {parts.map((part, i) => (
          <span key={part}>
            {i > 0 && <span className={classes.separator}>·</span>}
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
      <span role="status" className={controls.screenReader}>
        {said}
      </span>
      {children}
    </header>
  );
}
