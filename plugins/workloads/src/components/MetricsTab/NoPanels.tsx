import { MetricSourceState } from '@domaindeck/backstage-plugin-workloads-common';
import {
  EmptyNotice,
  useMetricText,
} from '@domaindeck/backstage-plugin-workloads-react';
import { HowToAdd } from './HowToAdd';
import { lacksStore } from './model/sourceYaml';

/** Stands in place of the panels where there is none: there is no source yet, or it does not answer. */
export function NoPanels(props: {
  sources: readonly MetricSourceState[];
}): JSX.Element {
  const { sources } = props;
  const t = useMetricText();
  return sources.some(({ state }) => state === 'failing') ? (
    <EmptyNotice glyph="refresh" title={t('metrics.states.sourceDown.title')}>
      {t('metrics.states.sourceDown.text')}
    </EmptyNotice>
  ) : (
    <EmptyNotice
      glyph="chart"
      title={t('metrics.states.noSource.title')}
      actions={<HowToAdd sources={sources.filter(lacksStore)} />}
    >
      {t('metrics.states.noSource.text')}
    </EmptyNotice>
  );
}
