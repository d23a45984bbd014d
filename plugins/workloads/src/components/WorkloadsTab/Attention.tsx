import { makeStyles } from '@material-ui/core/styles';
import { Link } from 'react-router-dom';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { WorkloadIdentity } from '@domaindeck/backstage-plugin-workloads-common';
import {
  clockTime,
  fullTime,
  Glyph,
  StatusMark,
  tokensOf,
  useControlStyles,
  useNow,
  useProblemText,
  useTierLabel,
} from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';
import { Trouble } from '../parts/model/troubles';

/** More sentences than these are a wall; the rest is one click away. */
const SHOWN = 3;

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        margin: 0,
        padding: 0,
        listStyle: 'none',
        background: tokens.paper,
        border: `1px solid ${tokens.border}`,
        borderRadius: 4,
        boxShadow: tokens.shadow,
        fontSize: 13,
        lineHeight: '20px',
        '& > li + li': { borderTop: `1px solid ${tokens.border}` },
      },
      line: {
        display: 'grid',
        gridTemplateColumns: '14px 180px minmax(0, 1fr) max-content 20px',
        alignItems: 'center',
        columnGap: 10,
        padding: '8px 16px',
        color: tokens.text,
        textDecoration: 'none',
        '&:hover': { background: tokens.hover },
        '&:focus-visible': {
          outline: `2px solid ${tokens.link}`,
          outlineOffset: -2,
        },
      },
      narrow: {
        gridTemplateColumns: '14px minmax(0, 1fr) max-content 16px',
        '& $text': { gridColumn: '2 / 4', gridRow: 2, whiteSpace: 'normal' },
        '& $since': { gridColumn: 3, gridRow: 1 },
        '& $go': { gridColumn: 4, gridRow: 1 },
      },
      who: {
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
        '& b': { fontWeight: 600 },
        '& span': { color: tokens.text2 },
      },
      text: {
        minWidth: 0,
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
      },
      since: { fontSize: 12, color: tokens.text3 },
      go: { color: tokens.text3, display: 'grid' },
      more: { display: 'block', padding: '8px 16px 8px 40px', fontSize: 13 },
    };
  },
  { name: 'DomainDeckAttention' },
);

/** What needs a person, in sentences; nothing while all is well. */
export function Attention(props: {
  troubles: readonly Trouble[];
  narrow: boolean;
  searchOf: (identity: WorkloadIdentity) => string;
  onShowAll: () => void;
}): JSX.Element | null {
  const { troubles, narrow, searchOf, onShowAll } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const now = useNow(60_000);
  const tierLabel = useTierLabel();
  const problemText = useProblemText();
  const { t } = useTranslationRef(workloadsTranslationRef);
  if (troubles.length === 0) {
    return null;
  }
  const rest = troubles.length - SHOWN;
  return (
    <ul className={classes.root} aria-label={t('workloads.attention.label')}>
      {troubles.slice(0, SHOWN).map(({ row, column, workload }) => {
        const [problem] = workload.problems;
        const since = problem?.since ?? workload.changedAt;
        return (
          <li key={workload.id}>
            <Link
              to={{ search: searchOf(workload) }}
              className={`${classes.line} ${narrow ? classes.narrow : ''}`}
            >
              <StatusMark kind={workload.health} />
              <span className={classes.who}>
                <b>{row.name}</b>{' '}
                <span>
                  {t('workloads.attention.in', {
                    environment: tierLabel(
                      column.environment.tier,
                      column.environment.cluster,
                    ),
                  })}
                </span>
              </span>
              <span className={classes.text} title={problem?.detail}>
                {problem
                  ? problemText.sentence(problem)
                  : problemText.reason(workload)}
              </span>
              <span className={classes.since} title={since && fullTime(since)}>
                {since &&
                  t('workloads.attention.since', {
                    time: clockTime(since, now),
                  })}
              </span>
              <span className={classes.go}>
                <Glyph name="right" />
              </span>
            </Link>
          </li>
        );
      })}
      {rest > 0 && (
        <li>
          <button
            type="button"
            className={`${controls.plain} ${controls.link} ${classes.more}`}
            onClick={onShowAll}
          >
            {t('workloads.attention.more', { count: rest })}
          </button>
        </li>
      )}
    </ul>
  );
}
