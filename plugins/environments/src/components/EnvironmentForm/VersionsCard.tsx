import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EnvironmentWarning,
  Options,
  Plan,
} from '@domaindeck/backstage-plugin-environments-common';
import { environmentsTranslationRef } from '../../translation';
import { useCardStyles } from '../parts/useCardStyles';
import { FormFocus } from './useFormFocus';
import { DraftControl } from './useDraft';
import { useFormStyles } from './useFormStyles';
import { VersionPlace } from './useVersions';
import { VersionRow } from './VersionRow';

/** Which version of each chosen service, and its settings. */
export function VersionsCard(props: {
  control: DraftControl;
  options: Options;
  /** The environment that is changed; undefined for a new one. */
  environment: string | undefined;
  /** Undefined while it is not the one of what stands in the form. */
  plan: Plan | undefined;
  warnings: readonly EnvironmentWarning[];
  focus: FormFocus;
}): JSX.Element {
  const { control, options, environment, plan, warnings, focus } = props;
  const classes = useFormStyles();
  const cards = useCardStyles();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const { services } = control.draft;
  const place: VersionPlace = {
    domain: options.domain,
    cluster: options.cluster ?? '',
    ...(options.baseline ? { baseline: options.baseline } : {}),
    ...(environment === undefined ? {} : { environment }),
  };
  return (
    <section className={cards.card} aria-label={t('form.versions.title')}>
      <header className={classes.stepHead}>
        <h3>{t('form.versions.title')}</h3>
        {services.length === 0 && (
          <span className={cards.faint}>{t('form.versions.none')}</span>
        )}
      </header>
      <ul>
        {services.map(service => (
          <VersionRow
            key={service.name}
            service={service}
            option={options.services.find(one => one.name === service.name)}
            planned={plan?.services.find(one => one.name === service.name)}
            place={place}
            warnings={warnings.filter(one => one.service === service.name)}
            control={control}
            focus={focus}
          />
        ))}
      </ul>
    </section>
  );
}
