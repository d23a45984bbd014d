import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Plan } from '@domaindeck/backstage-plugin-environments-common';
import { StateWord } from '@domaindeck/backstage-plugin-workloads-react';
import { useWarningText } from '../../hooks';
import { environmentsTranslationRef } from '../../translation';
import { Names } from '../parts/Names';
import { useCardStyles } from '../parts/useCardStyles';
import { usePlanStyles } from './usePlanStyles';

/** Warnings that say why there is no address, or not this one. */
const ABOUT_ADDRESS = ['no-address', 'no-zone', 'host-taken', 'host-too-long'];

/** The address, as given only when every service on the way is the environment's own. */
export function PlanAddress(props: { plan: Plan }): JSX.Element {
  const { plan } = props;
  const classes = usePlanStyles();
  const cards = useCardStyles();
  const text = useWarningText();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const given = plan.addresses.filter(one => one.given);
  const wished = plan.addresses.filter(one => !one.given);
  const missing = [...new Set(plan.callers.flatMap(one => one.missing))];
  const remarks = plan.warnings.filter(one => ABOUT_ADDRESS.includes(one.code));
  return (
    <div className={classes.part}>
      <h4>{t('form.plan.address')}</h4>
      {given.map(one => (
        <div key={one.host} className={classes.host}>
          {one.host}
        </div>
      ))}
      {given.length === 0 && (
        <div className={classes.line}>
          <StateWord kind={wished.length > 0 ? 'degraded' : 'none'}>
            <b>
              {wished.length > 0
                ? t('form.plan.none')
                : t('form.plan.noAddress')}
            </b>
          </StateWord>
        </div>
      )}
      {wished.map(one => (
        <div key={one.host} className={cards.faint}>
          {t('form.plan.withServices', { services: <Names names={missing} /> })}{' '}
          <span className={classes.host}>{one.host}</span>
        </div>
      ))}
      {remarks.map(one => (
        <div
          key={one.message}
          className={`${cards.faint} ${
            one.severity === 'block' ? cards.warn : ''
          }`}
        >
          {text.sentence(one)}
        </div>
      ))}
    </div>
  );
}
