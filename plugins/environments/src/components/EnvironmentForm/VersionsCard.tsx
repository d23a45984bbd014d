import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EnvironmentWarning,
  Options,
} from '@domaindeck/backstage-plugin-environments-common';
import { environmentsTranslationRef } from '../../translation';
import { useCardStyles } from '../parts/useCardStyles';
import { FormFocus } from './useFormFocus';
import { DraftControl } from './useDraft';
import { useFormStyles } from './useFormStyles';
import { VersionRow } from './VersionRow';

/** Which version of each chosen service, and its settings. */
export function VersionsCard(props: {
  control: DraftControl;
  options: Options;
  warnings: readonly EnvironmentWarning[];
  focus: FormFocus;
}): JSX.Element {
  const { control, options, warnings, focus } = props;
  const classes = useFormStyles();
  const cards = useCardStyles();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const { services } = control.draft;
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
            warnings={warnings.filter(one => one.service === service.name)}
            control={control}
            focus={focus}
          />
        ))}
      </ul>
    </section>
  );
}
