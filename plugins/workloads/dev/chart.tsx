import { useMemo, useState } from 'react';
import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  metricScale,
  TimeMark,
  TimeSeries,
  TimeSeriesLine,
  useTokens,
} from '@domaindeck/backstage-plugin-workloads-react';

/* One chart of twenty pods: the page that the benchmark of charts measures. */

const LINES = 20;
const VALUES = 1_000;
const STEP = 60;
const START = 1_760_000_000;
const WIDTH = 1_200;

const TIMES = Array.from(
  { length: VALUES },
  (_, index) => START + index * STEP,
);

const MARKS: readonly TimeMark[] = [150, 400, 640, 900].flatMap(
  (step, index): TimeMark[] => [
    {
      id: `release-${index}`,
      kind: 'release',
      at: TIMES[step] * 1000,
      label: `5.2.${index} → 5.2.${index + 1}`,
      text: `pricing 5.2.${index + 1} was released`,
    },
    {
      id: `kill-${index}`,
      kind: 'oom',
      at: TIMES[step + 40] * 1000,
      label: 'out of memory',
      text: 'app was killed',
    },
  ],
);

/** Untidy on purpose: each value differs from the one before, and one line in five has a gap. */
function valuesOf(line: number): (number | null)[] {
  return TIMES.map((_, index) => {
    const isGone = line % 5 === 0 && index > 700 && index < 760;
    const wave = Math.sin(index / 40 + line) + Math.sin(index * (line + 3.7));
    return isGone ? null : 0.4 + 0.02 * line + 0.05 * wave;
  });
}

function ChartPage(): JSX.Element {
  const tokens = useTokens();
  const [cursor, setCursor] = useState<number>();
  const lines = useMemo(
    () =>
      Array.from({ length: LINES }, (_, index): TimeSeriesLine => {
        const name = `pricing-7c9d5f8b6-${index}`;
        return {
          key: name,
          kind: 'pod',
          name,
          title: name,
          colour: tokens.series[index % tokens.series.length],
          values: valuesOf(index),
        };
      }),
    [tokens],
  );
  const ignore = () => {};
  return (
    <TimeSeries
      label="CPU"
      cursor={{ index: cursor ?? VALUES - 1, text: '' }}
      times={TIMES}
      lines={lines}
      form="lines"
      gaps="no samples"
      marks={MARKS}
      flags="named"
      scale={metricScale('cores', 1)}
      width={WIDTH}
      syncKey="measured"
      onCursor={setCursor}
      onZoom={ignore}
      onPick={ignore}
    />
  );
}

createDevApp({
  features: [
    createFrontendPlugin({
      pluginId: 'measured',
      extensions: [
        PageBlueprint.make({
          params: { path: '/', loader: async () => <ChartPage /> },
        }),
      ],
    }),
  ],
});
