import { ReleaseMark } from '@domaindeck/backstage-plugin-workloads-common';
import {
  ChoiceMenu,
  useClock,
  useMetricText,
} from '@domaindeck/backstage-plugin-workloads-react';
import { MetricsViewControl } from '../useMetricsView';
import { Comparison } from './model/comparison';

const KINDS = ['release', 'week', 'pods', 'environments'] as const;

/** Opens a comparison, changes its kind, and leaves it. */
export function CompareMenu(props: {
  control: MetricsViewControl;
  /** The release that is compared around unless another is chosen. */
  latest?: ReleaseMark;
}): JSX.Element {
  const { control, latest } = props;
  const { compare } = control.view;
  const t = useMetricText();
  const clock = useClock();
  return (
    <ChoiceMenu
      label={t('metrics.compare.label')}
      value={
        compare
          ? t(`metrics.compare.kind.${compare.kind}`)
          : t('metrics.compare.none')
      }
      set={compare !== undefined}
      multiple={false}
      choices={[
        {
          key: '',
          text: t('metrics.compare.none'),
          chosen: compare === undefined,
        },
        ...KINDS.map(kind => ({
          key: kind,
          text: t(`metrics.compare.kind.${kind}`),
          chosen: compare?.kind === kind,
        })),
      ]}
      onChoose={key => {
        const kind = KINDS.find(one => one === key);
        const isRelease = kind === 'release' && latest;
        control.zoom({
          compare: kind && comparisonOf(kind),
          panel: undefined,
          ...(isRelease && {
            service: latest.object.name,
            env: [latest.environment],
          }),
        });
      }}
    />
  );

  function comparisonOf(kind: Comparison['kind']): Comparison {
    return kind === 'release'
      ? {
          kind,
          at: latest?.at ?? new Date(clock.now()).toISOString(),
          side: 'PT24H',
        }
      : { kind };
  }
}
