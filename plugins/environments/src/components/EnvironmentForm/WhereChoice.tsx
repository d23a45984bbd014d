import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Options } from '@domaindeck/backstage-plugin-environments-common';
import { ChoiceMenu } from '@domaindeck/backstage-plugin-workloads-react';
import { environmentsTranslationRef } from '../../translation';
import { DraftControl } from './useDraft';

/** Where the environment is made; nothing where there is one place only. */
export function WhereChoice(props: {
  control: DraftControl;
  options: Options;
}): JSX.Element {
  const { control, options } = props;
  const { t } = useTranslationRef(environmentsTranslationRef);
  const clusters = options.clusters.filter(one => one.mayCreate);
  const current = options.clusters.find(one => one.name === options.cluster);
  const baselines = current?.baselines ?? [];
  return (
    <>
      {clusters.length > 1 && (
        <ChoiceMenu
          label={t('form.services.where')}
          value={current?.title ?? options.cluster ?? ''}
          multiple={false}
          set={control.draft.cluster !== undefined}
          choices={clusters.map(one => ({
            key: one.name,
            text: one.title,
            chosen: one.name === options.cluster,
          }))}
          onChoose={cluster => control.put({ cluster, baseline: undefined })}
        />
      )}
      {baselines.length > 1 && (
        <ChoiceMenu
          label={t('form.services.baseline')}
          value={
            baselines.find(one => one.ref === options.baseline)?.namespace ?? ''
          }
          multiple={false}
          set={control.draft.baseline !== undefined}
          choices={baselines.map(one => ({
            key: one.ref,
            text: one.namespace,
            chosen: one.ref === options.baseline,
          }))}
          onChoose={baseline => control.put({ baseline })}
        />
      )}
    </>
  );
}
