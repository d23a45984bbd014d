import { Link } from 'react-router-dom';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  clockTime,
  FailureNote,
  Glyph,
  isRefused,
  MarkKind,
  StateWord,
  tokensOf,
  useNow,
  useTierLabel,
} from '@domaindeck/backstage-plugin-workloads-react';
import { useBaselines } from '../../hooks';
import { BaselineSummary } from '../../model/baselinesOf';
import { environmentsTranslationRef } from '../../translation';
import { useTabPaths } from '../parts/TabPaths';
import { useCardStyles } from '../parts/useCardStyles';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        display: 'flex',
        flexWrap: 'wrap',
        background: tokens.sunken,
        boxShadow: 'none',
        overflow: 'hidden',
      },
      head: {
        width: 172,
        padding: '9px 16px',
        '& h3': { margin: 0, fontSize: 13, fontWeight: 600 },
      },
      list: {
        flex: 1,
        minWidth: 0,
        display: 'grid',
        // The lines between are the ground that shows through.
        gap: 1,
        gridTemplateColumns: 'repeat(auto-fit, minmax(212px, 1fr))',
        borderLeft: `1px solid ${tokens.border}`,
        '& li': {
          display: 'grid',
          gridTemplateColumns: '14px minmax(0, 1fr) max-content',
          columnGap: 8,
          alignItems: 'center',
          padding: '9px 16px',
          boxShadow: `0 0 0 1px ${tokens.border}`,
          fontSize: 12,
        },
      },
      lock: { color: tokens.text3, display: 'grid' },
      name: {
        color: tokens.text,
        fontSize: 13,
        fontWeight: 600,
        textDecoration: 'none',
        'a&:hover': { textDecoration: 'underline' },
        '&:focus-visible': {
          outline: `2px solid ${tokens.link}`,
          outlineOffset: 2,
        },
      },
      where: { color: tokens.text3 },
      state: { gridColumn: 2 },
      note: { color: tokens.text3, textAlign: 'right' },
    };
  },
  { name: 'DomainDeckBaselines' },
);

/** The standing environments of the domain: quiet, and without anything that could change them. */
export function BaselineStrip(props: { domain: string }): JSX.Element | null {
  const classes = useStyles();
  const cards = useCardStyles();
  const { workloads } = useTabPaths();
  const tierLabel = useTierLabel();
  const baselines = useBaselines(props.domain);
  const { t } = useTranslationRef(environmentsTranslationRef);
  if (baselines.status === 'failed') {
    return isRefused(baselines.error) ? null : (
      <FailureNote
        title={t('list.baselines.failed')}
        error={baselines.error}
        kind="failed"
        retry={{ label: t('common.retry'), onRetry: baselines.reload }}
      />
    );
  }
  if (baselines.status !== 'ready' || baselines.data.length === 0) {
    return null;
  }
  return (
    <section
      className={`${cards.card} ${classes.root}`}
      aria-label={t('list.baselines.title')}
    >
      <div className={classes.head}>
        <h3>{t('list.baselines.title')}</h3>
        <span className={cards.faint}>{t('list.baselines.note')}</span>
      </div>
      <ul className={classes.list}>
        {baselines.data.map(one => {
          const label = tierLabel(one.tier, one.cluster);
          return (
            <li key={one.ref}>
              <span className={classes.lock}>
                <Glyph name="lock" size={14} />
              </span>
              {workloads === undefined ? (
                <span className={classes.name}>{label}</span>
              ) : (
                <Link
                  className={classes.name}
                  aria-label={t('list.baselines.open', { name: label })}
                  to={{
                    pathname: workloads,
                    search: `?${new URLSearchParams({ env: one.ref })}`,
                  }}
                >
                  {label}
                </Link>
              )}
              <span className={classes.where}>{one.cluster}</span>
              <span className={classes.state}>
                <BaselineState baseline={one} />
              </span>
              <span className={classes.note}>
                {t('list.baselines.services', { count: one.services })}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function BaselineState(props: { baseline: BaselineSummary }): JSX.Element {
  const { failing, degraded, rolling, silent, asOf, services } = props.baseline;
  const now = useNow(60_000);
  const { t } = useTranslationRef(environmentsTranslationRef);
  const told = (): [MarkKind, string] => {
    if (silent) {
      return [
        'silent',
        asOf
          ? t('list.baselines.silent', { time: clockTime(asOf, now) })
          : t('list.baselines.neverSeen'),
      ];
    }
    if (failing > 0) {
      return ['failed', t('list.baselines.failing', { n: String(failing) })];
    }
    if (degraded > 0) {
      return [
        'degraded',
        t('list.baselines.degraded', { n: String(degraded) }),
      ];
    }
    if (rolling > 0) {
      return [
        'progressing',
        t('list.baselines.rolling', { n: String(rolling) }),
      ];
    }
    return services === 0
      ? ['none', t('list.baselines.empty')]
      : ['healthy', t('list.baselines.well')];
  };
  const [kind, word] = told();
  return <StateWord kind={kind}>{word}</StateWord>;
}
