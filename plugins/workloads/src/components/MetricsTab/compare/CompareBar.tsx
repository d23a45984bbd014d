import { makeStyles } from '@material-ui/core/styles';
import {
  MetricEnvironment,
  MetricMark,
  ReleaseMark,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  ChoiceMenu,
  clockTime,
  MetricText,
  podLabel,
  SegmentedControl,
  tokensOf,
  ToolButton,
  useClock,
  useMetricText,
} from '@domaindeck/backstage-plugin-workloads-react';
import { MetricsViewControl } from '../useMetricsView';
import { CompareMenu } from './CompareMenu';
import { Comparison, SIDES } from './model/comparison';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8 },
      right: {
        marginLeft: 'auto',
        display: 'flex',
        alignItems: 'center',
        gap: 8,
        fontSize: 13,
        color: tokens.text2,
      },
    };
  },
  { name: 'DomainDeckCompareBar' },
);

/** Chooses what is laid over what. */
export function CompareBar(props: {
  control: MetricsViewControl;
  comparison: Comparison;
  workloads: readonly string[];
  readable: readonly MetricEnvironment[];
  placeOf: (ref: string) => string;
  /** Newest first. */
  releases: readonly ReleaseMark[];
  /** Names of pods, with their clusters. */
  pods: readonly { readonly name: string; readonly cluster: string }[];
}): JSX.Element {
  const { control, comparison, workloads, readable, placeOf } = props;
  const { releases, pods } = props;
  const { view, change, zoom } = control;
  const classes = useStyles();
  const t = useMetricText();
  const clock = useClock();
  const all = t('metrics.tab.all');
  const set = (compare: Comparison) => change({ compare });
  return (
    <div className={classes.root}>
      <ToolButton
        glyph="left"
        label={t('metrics.compare.back')}
        onClick={() => zoom({ compare: undefined, panel: undefined })}
      />
      <ChoiceMenu
        label={t('metrics.tab.service')}
        value={view.service ?? all}
        set={view.service !== undefined}
        multiple={false}
        choices={['', ...workloads].map(name => ({
          key: name,
          text: name || all,
          chosen: (view.service ?? '') === name,
        }))}
        onChoose={key => change({ service: key || undefined })}
      />
      {comparison.kind !== 'environments' && (
        <ChoiceMenu
          label={t('metrics.tab.environment')}
          value={view.env.length > 0 ? view.env.map(placeOf).join('; ') : all}
          set={view.env.length > 0}
          multiple={false}
          choices={['', ...readable.map(({ ref }) => ref)].map(ref => ({
            key: ref,
            text: ref ? placeOf(ref) : all,
            chosen: (view.env[0] ?? '') === ref,
          }))}
          onChoose={ref => change({ env: ref ? [ref] : [] })}
        />
      )}
      <CompareMenu control={control} latest={releases[0]} />
      {comparison.kind === 'release' && (
        <ChoiceMenu
          label={t('metrics.compare.release')}
          value={
            releaseText(
              releases.find(({ at }) => isAt(at, comparison.at)),
              t,
            ) ?? clockTime(comparison.at, clock.now())
          }
          set
          multiple={false}
          choices={releases.map(mark => ({
            key: mark.id,
            text: `${mark.object.name} ${releaseText(mark, t)}, ${placeOf(
              mark.environment,
            )}, ${clockTime(mark.at, clock.now())}`,
            chosen: isAt(mark.at, comparison.at),
          }))}
          onChoose={id => {
            const mark = releases.find(one => one.id === id);
            if (mark) {
              change({
                service: mark.object.name,
                env: [mark.environment],
                compare: { ...comparison, at: mark.at },
              });
            }
          }}
        />
      )}
      {(comparison.kind === 'pods' || comparison.kind === 'environments') &&
        (['a', 'b'] as const).map(side => {
          const choices =
            comparison.kind === 'pods'
              ? pods.map(({ name, cluster }) => [name, podLabel(cluster, name)])
              : readable.map(({ ref }) => [ref, placeOf(ref)]);
          const chosen = choices.find(([key]) => key === comparison[side]);
          return (
            <ChoiceMenu
              key={side}
              label={t(
                side === 'a'
                  ? 'metrics.compare.first'
                  : 'metrics.compare.second',
              )}
              value={chosen?.[1] ?? t('metrics.compare.choose')}
              set={chosen !== undefined}
              multiple={false}
              choices={choices.map(([key, text]) => ({
                key,
                text,
                chosen: key === comparison[side],
              }))}
              onChoose={key => set({ ...comparison, [side]: key })}
            />
          );
        })}
      {comparison.kind === 'release' && (
        <span className={classes.right}>
          {t('metrics.compare.each')}
          <SegmentedControl
            label={t('metrics.compare.each')}
            value={comparison.side}
            options={SIDES.map(value => ({
              value,
              text: t(`metrics.compare.side.${value}`),
              glyph: null,
            }))}
            compact={false}
            onChange={side => set({ ...comparison, side })}
          />
        </span>
      )}
    </div>
  );
}

function releaseText(
  mark: MetricMark | undefined,
  t: MetricText,
): string | undefined {
  if (mark?.type !== 'release') {
    return undefined;
  }
  return mark.from === mark.to
    ? t('metrics.marks.again', { to: mark.to })
    : `${mark.from ?? ''} → ${mark.to}`.trim();
}

/** Links tell times with other digits than the backend. */
export function isAt(a: string, b: string): boolean {
  return Date.parse(a) === Date.parse(b);
}
