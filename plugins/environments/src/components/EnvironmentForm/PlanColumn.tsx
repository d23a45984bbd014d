import { ReactNode } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EnvironmentWarning,
  Options,
  Plan,
} from '@domaindeck/backstage-plugin-environments-common';
import {
  FailureNote,
  StatusMark,
  useAnnouncement,
  useTierLabel,
} from '@domaindeck/backstage-plugin-workloads-react';
import Skeleton from '@material-ui/lab/Skeleton';
import { blocksOf, notesOf } from '../../model/warningKey';
import { environmentsTranslationRef } from '../../translation';
import { useCardStyles } from '../parts/useCardStyles';
import { PlanAddress } from './PlanAddress';
import { PlanNotes } from './PlanNotes';
import { PlanTotals } from './PlanTotals';
import { PlanState } from './usePlan';
import { usePlanStyles } from './usePlanStyles';
import { Way } from './useWayOut';

/** What one gets: address, own and shared services, what is good to know, what it takes. */
export function PlanColumn(props: {
  title: string;
  state: PlanState;
  options: Options;
  wayOf: (warning: EnvironmentWarning) => Way | undefined;
  /** An environment that exists is counted already. */
  isNew: boolean;
  /** The button and what is in its way. */
  children: ReactNode;
}): JSX.Element {
  const { title, state, options, wayOf, isNew, children } = props;
  const { plan, checked, dimmed, error, retry } = state;
  const classes = usePlanStyles();
  const cards = useCardStyles();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const said = useAnnouncement(
    plan && checked
      ? t('form.plan.said', {
          own: String(plan.services.length),
          blocks: String(blocksOf(plan.warnings).length),
        })
      : '',
  );
  const freshness = () => {
    if (error) {
      return t('form.plan.notChecked');
    }
    return dimmed || !plan ? t('form.plan.checking') : t('form.plan.checked');
  };
  return (
    <section aria-label={title} className={`${cards.card} ${classes.root}`}>
      <header className={`${cards.head} ${classes.head}`}>
        <h3 className={cards.grow}>{title}</h3>
        <span className={classes.checked}>
          <span
            aria-hidden="true"
            className={`${classes.dot} ${
              checked && !error ? '' : classes.hollow
            }`}
          />
          {freshness()}
        </span>
      </header>
      <span role="status" className={cards.screenReader}>
        {said}
      </span>
      {error && (
        <div className={classes.part}>
          <FailureNote
            title={t('form.plan.failed')}
            error={error}
            kind="failed"
            retry={{ label: t('form.create.again'), onRetry: retry }}
          />
        </div>
      )}
      {plan ? (
        <div className={`${classes.parts} ${dimmed ? classes.dimmed : ''}`}>
          <PlanAddress plan={plan} />
          <PlanServices plan={plan} options={options} />
          <PlanNotes warnings={notesOf(plan.warnings)} wayOf={wayOf} />
          <PlanTotals
            plan={plan}
            isNew={isNew}
            domain={parseEntityRef(options.domain).name}
          />
        </div>
      ) : (
        !error && (
          <div
            role="status"
            aria-label={t('form.plan.checking')}
            className={classes.part}
          >
            <Skeleton animation="wave" height={40} />
            <Skeleton animation="wave" height={80} />
            <Skeleton animation="wave" height={60} />
          </div>
        )
      )}
      {children}
    </section>
  );
}

/** Services that run for the environment alone, and those that it shares. */
function PlanServices(props: { plan: Plan; options: Options }): JSX.Element {
  const { plan, options } = props;
  const classes = usePlanStyles();
  const tierLabel = useTierLabel();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const cluster = options.clusters.find(one => one.name === options.cluster);
  return (
    <>
      <div className={classes.part}>
        <h4>
          {t('form.plan.yours')} <span>{plan.services.length}</span>
        </h4>
        <ul>
          {plan.services.map(one => (
            <li key={one.name} className={classes.line}>
              <b>{one.name}</b>
              <code>{one.version}</code>
              {one.paused && (
                <span className={classes.chip}>
                  <StatusMark kind="suspended" decorative />
                  {t('form.plan.paused')}
                </span>
              )}
              {!one.chosen && (
                <span className={classes.chip}>{t('form.plan.copy')}</span>
              )}
            </li>
          ))}
        </ul>
      </div>
      <div className={classes.part}>
        <h4>
          {t('form.plan.shared', {
            tier: tierLabel(cluster?.tier ?? '', cluster?.name),
          })}{' '}
          <span>{plan.shared.length}</span>
        </h4>
        <ul className={classes.tags}>
          {plan.shared.map(one => (
            <li key={one.name} className={classes.tag}>
              {one.name}
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
