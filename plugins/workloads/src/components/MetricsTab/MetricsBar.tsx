import { makeStyles } from '@material-ui/core/styles';
import {
  MetricEnvironment,
  ReleaseMark,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  ChoiceMenu,
  podLabel,
  TimeControl,
  ToolButton,
  useMetricText,
} from '@domaindeck/backstage-plugin-workloads-react';
import { CompareMenu } from './compare/CompareMenu';
import { MetricsViewControl } from './useMetricsView';

const useStyles = makeStyles(
  {
    root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8 },
    right: {
      marginLeft: 'auto',
      display: 'flex',
      alignItems: 'center',
      gap: 8,
    },
  },
  { name: 'DomainDeckMetricsBar' },
);

/** What is shown, and the time. */
export function MetricsBar(props: {
  control: MetricsViewControl;
  workloads: readonly string[];
  readable: readonly MetricEnvironment[];
  /** Those of which something is shown. */
  pods: readonly { readonly name: string; readonly cluster: string }[];
  placeOf: (ref: string) => string;
  /** The last release that the charts mark. */
  latest?: ReleaseMark;
  onAgain: () => void;
}): JSX.Element {
  const { control, workloads, readable, pods, placeOf, latest } = props;
  const { view, change, zoom } = control;
  const classes = useStyles();
  const t = useMetricText();
  const clusterOf = (pod: string) =>
    pods.find(({ name }) => name === pod)?.cluster ?? '';
  return (
    <div className={classes.root}>
      <ChoiceMenu
        label={t('metrics.tab.service')}
        value={view.service ?? t('metrics.tab.all')}
        set={view.service !== undefined}
        multiple={false}
        choices={[
          {
            key: '',
            text: t('metrics.tab.all'),
            chosen: view.service === undefined,
          },
          ...workloads.map(name => ({
            key: name,
            text: name,
            chosen: view.service === name,
          })),
        ]}
        onChoose={key => change({ service: key || undefined })}
      />
      <ChoiceMenu
        label={t('metrics.tab.environment')}
        value={
          view.env.length > 0
            ? view.env.map(placeOf).join('; ')
            : t('metrics.tab.all')
        }
        set={view.env.length > 0}
        multiple
        choices={readable.map(({ ref }) => ({
          key: ref,
          text: placeOf(ref),
          chosen: view.env.length === 0 || view.env.includes(ref),
        }))}
        onChoose={ref => {
          const before =
            view.env.length > 0 ? view.env : readable.map(one => one.ref);
          const next = before.includes(ref)
            ? before.filter(one => one !== ref)
            : [...before, ref];
          change({ env: next.length === readable.length ? [] : next });
        }}
      />
      <ChoiceMenu
        label={t('metrics.tab.show')}
        value={
          view.pod === undefined
            ? t(view.each ? 'metrics.tab.each' : 'metrics.tab.overview')
            : podLabel(clusterOf(view.pod), view.pod)
        }
        set={view.each || view.pod !== undefined}
        multiple={false}
        choices={[
          ...(['overview', 'each'] as const).map(key => ({
            key,
            text: t(`metrics.tab.${key}`),
            chosen: view.pod === undefined && view.each === (key === 'each'),
          })),
          ...pods.map(({ name, cluster }) => ({
            key: `pod ${name}`,
            text: `${name}, ${cluster}`,
            chosen: view.pod === name,
          })),
        ]}
        onChoose={key =>
          change({
            each: key === 'each',
            pod: key.startsWith('pod ') ? key.slice(4) : undefined,
          })
        }
      />
      <CompareMenu control={control} latest={latest} />
      <span className={classes.right}>
        <TimeControl
          range={view.range}
          canFollow
          onChange={range => zoom({ range })}
        />
        <ToolButton
          glyph="refresh"
          label={t('metrics.tab.time')}
          onClick={props.onAgain}
        />
      </span>
    </div>
  );
}
