import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  clockTime,
  fullTime,
  StatusMark,
  useNow,
  useProblemText,
  useTierLabel,
  WorkloadsData,
} from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';
import { CardLink } from './CardLink';
import { HealthTable } from './HealthTable';
import { healthGrid } from './model/healthGrid';
import { searchOf, searchOfWorkload } from './model/searchOf';
import { useCardStyles } from './useCardStyles';

/** More sentences than these belong on the Workloads tab. */
const SAID = 3;
const STEP_MS = 60_000;

/** The marks of all services, what has no room for marks in words, and a sentence for what is wrong. */
export function HealthOverview(props: {
  data: WorkloadsData;
  tabPath?: string;
}): JSX.Element {
  const { data, tabPath } = props;
  const classes = useCardStyles();
  const now = useNow(STEP_MS);
  const tierLabel = useTierLabel();
  const problemText = useProblemText();
  const { t } = useTranslationRef(workloadsTranslationRef);
  const grid = useMemo(() => healthGrid(data), [data]);
  const { environments, services, rest, troubles } = grid;

  if (environments.length === 0 || services.length === 0) {
    return (
      <p className={classes.empty}>
        {t(
          environments.length === 0
            ? 'overview.health.noEnvironment'
            : 'overview.health.none',
        )}
      </p>
    );
  }
  const unsaid = troubles.length - SAID;
  return (
    <>
      <HealthTable
        environments={environments}
        services={services}
        tabPath={tabPath}
      />
      {rest.count > 0 && (
        <div className={classes.note}>
          {t(
            rest.allRunning
              ? 'overview.health.restRunning'
              : 'overview.health.restMixed',
            { count: rest.count },
          )}
        </div>
      )}
      {troubles.length > 0 && (
        <ul className={`${classes.lines} ${classes.below}`}>
          {troubles.slice(0, SAID).map(({ row, column, workload }) => {
            const [problem] = workload.problems;
            const since = problem?.since ?? workload.changedAt;
            return (
              <li key={workload.id}>
                <CardLink
                  tabPath={tabPath}
                  search={searchOfWorkload(workload)}
                  className={classes.line}
                  title={problem?.detail}
                >
                  <StatusMark kind={workload.health} />
                  <span className={classes.text}>
                    <b>{row.name}</b>{' '}
                    {t('overview.health.sentence', {
                      environment: tierLabel(
                        column.environment.tier,
                        column.environment.cluster,
                      ),
                      sentence: problem
                        ? problemText.sentence(problem)
                        : problemText.reason(workload) ?? '',
                    })}
                  </span>
                  {since && (
                    <time
                      className={classes.time}
                      dateTime={since}
                      title={fullTime(since)}
                    >
                      {t('overview.health.since', {
                        time: clockTime(since, now),
                      })}
                    </time>
                  )}
                </CardLink>
              </li>
            );
          })}
          {unsaid > 0 && (
            <li>
              <CardLink
                tabPath={tabPath}
                search={searchOf({ problems: true })}
                className={classes.line}
              >
                <span />
                <span className={classes.text}>
                  {t('overview.health.more', { count: unsaid })}
                </span>
              </CardLink>
            </li>
          )}
        </ul>
      )}
    </>
  );
}
