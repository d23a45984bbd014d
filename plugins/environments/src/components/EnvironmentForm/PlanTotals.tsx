import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Count, Plan } from '@domaindeck/backstage-plugin-environments-common';
import { useMoneyText } from '../../hooks';
import { gib } from '../../model/gib';
import { environmentsTranslationRef } from '../../translation';
import { usePlanStyles } from './usePlanStyles';

/** Size, cost and what is left of the limits. */
export function PlanTotals(props: {
  plan: Plan;
  domain: string;
  isNew: boolean;
}): JSX.Element {
  const { plan, domain, isNew } = props;
  const { size, cost, quota } = plan;
  const classes = usePlanStyles();
  const money = useMoneyText();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const countText = ({ used, limit }: Count) =>
    limit === undefined
      ? String(used)
      : t('form.plan.quotaOf', { used: String(used), limit: String(limit) });
  const isOver = ({ used, limit }: Count) =>
    limit !== undefined && used > limit;
  return (
    <dl className={`${classes.part} ${classes.totals}`}>
      <div>
        <dt>{t('form.plan.size')}</dt>
        <dd>
          {size.name}
          <small>
            {t('form.plan.room', {
              cores: String(size.cores),
              memory: gib(size.memory),
            })}
          </small>
        </dd>
      </div>
      {cost && (
        <div>
          <dt>{t('form.plan.cost')}</dt>
          <dd>
            {t('form.plan.perDay', {
              amount: money.amount(cost.perDay, cost.currency),
            })}
            {cost.total !== undefined && (
              <small>
                {t('form.plan.total', {
                  amount: money.amount(cost.total, cost.currency),
                })}
              </small>
            )}
          </dd>
        </div>
      )}
      {isNew && (
        <div>
          <dt>{t('form.plan.quota')}</dt>
          <dd>
            <span className={isOver(quota.person) ? classes.full : undefined}>
              {countText(quota.person)}
            </span>
            <small className={isOver(quota.domain) ? classes.full : undefined}>
              {t('form.plan.domain', {
                name: domain,
                used: countText(quota.domain),
              })}
            </small>
          </dd>
        </div>
      )}
    </dl>
  );
}
