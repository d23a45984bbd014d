import { useMemo, useState } from 'react';
import { TimeSeries, TimeSeriesProps } from './chart';
import { PanelLegend } from './PanelLegend';
import { marksBetween } from './model';
import { PanelModel } from './usePanelModel';
import { useMetricText } from './useMetricText';

/** Between the busiest pod and the median lie others. */
const SPREAD = ['busiest', 'median'] as const;

/** The curves of a panel over a legend that tells the values at the cursor, else the last ones. */
export function PanelChart(props: {
  title: string;
  model: PanelModel;
  width: number;
  /** Whether what is missing was missing because nobody looked. */
  sampled: boolean;
  onMute: (muted: (before: readonly string[]) => readonly string[]) => void;
  chart: Pick<
    TimeSeriesProps,
    'marks' | 'flags' | 'syncKey' | 'onZoom' | 'onPick'
  >;
}): JSX.Element {
  const { title, model, width, sampled, onMute, chart } = props;
  const { lines, times, form, scale } = model;
  const t = useMetricText();
  const [cursor, setCursor] = useState<number>();
  const last = times.length - 1;
  const index = Math.max(0, Math.min(cursor ?? last, last));
  const values = lines.map(({ values: all }) => {
    const value =
      cursor === undefined
        ? [...all].reverse().find(one => one !== null)
        : all[index];
    return value === null || value === undefined
      ? undefined
      : scale.format(value);
  });
  const text = useMemo(
    () =>
      [
        new Date((times[index] ?? 0) * 1000).toLocaleString(),
        ...lines.map(
          (line, at) =>
            `${line.title} ${values[at] ?? t('metrics.chart.none')}`,
        ),
        ...marksBetween(chart.marks, times, index).map(mark => mark.text),
      ].join(', '),
    [times, index, lines, values, chart.marks, t],
  );
  return (
    <>
      {width > 0 && (
        <TimeSeries
          {...chart}
          label={t('metrics.chart.label', { panel: title })}
          cursor={{ index, text }}
          times={times}
          lines={lines}
          form={form}
          band={SPREAD}
          gaps={t(
            sampled ? 'metrics.chart.notSampled' : 'metrics.chart.noSamples',
          )}
          scale={scale}
          width={width}
          onCursor={setCursor}
        />
      )}
      <PanelLegend
        lines={lines.map((line, at) => ({ ...line, value: values[at] }))}
        onMute={key =>
          onMute(muted =>
            muted.includes(key)
              ? muted.filter(one => one !== key)
              : [...muted, key],
          )
        }
        onAlone={key =>
          onMute(() => lines.map(line => line.key).filter(one => one !== key))
        }
      />
    </>
  );
}
