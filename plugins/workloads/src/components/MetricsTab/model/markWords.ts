import { MetricMark } from '@domaindeck/backstage-plugin-workloads-common';
import {
  MetricText,
  podLabel,
  TimeMark,
} from '@domaindeck/backstage-plugin-workloads-react';

/** How a mark is put into the reader's language. */
export interface MarkVoice {
  readonly t: MetricText;
  /** Name of the environment. */
  readonly place: (mark: MetricMark) => string;
  /** So many milliseconds in words. */
  readonly span: (ms: number) => string;
  /** Whether what is shown is of one workload, whose name need not be said. */
  readonly single: boolean;
}

/** A mark as charts draw it. */
export function timeMarkOf(mark: MetricMark, voice: MarkVoice): TimeMark {
  return {
    id: mark.id,
    kind: mark.type === 'out-of-memory' ? 'oom' : mark.type,
    at: Date.parse(mark.at),
    label: labelOf(mark, voice),
    text: textOf(mark, voice),
  };
}

function labelOf(mark: MetricMark, { t, single }: MarkVoice): string {
  const name = single ? '' : `${nameOf(mark)} `;
  switch (mark.type) {
    case 'release':
      return `${name}${
        mark.from === mark.to
          ? t('metrics.marks.again', { to: mark.to })
          : change(mark)
      }`;
    case 'scaling':
      return `${name}${change(mark)}`;
    case 'out-of-memory':
      return t('metrics.marks.oom');
    default:
      return t('metrics.marks.restart');
  }
}

function textOf(mark: MetricMark, voice: MarkVoice): string {
  const { t } = voice;
  const name = nameOf(mark);
  const place = voice.place(mark);
  switch (mark.type) {
    case 'release':
      if (mark.from === undefined) {
        return t('metrics.marks.first', { name, to: mark.to, place });
      }
      return mark.from === mark.to
        ? t('metrics.marks.anew', { name, to: mark.to, place })
        : t('metrics.marks.release', { name, label: change(mark), place });
    case 'scaling':
      return mark.from === undefined
        ? t('metrics.marks.scaledTo', { name, to: mark.to, place })
        : t('metrics.marks.scaled', {
            name,
            from: mark.from,
            to: mark.to,
            place,
          });
    default:
      return endOf(mark, voice);
  }
}

function endOf(
  mark: Extract<MetricMark, { type: 'restart' | 'out-of-memory' }>,
  { t, span }: MarkVoice,
): string {
  const { cluster, container, count, within, exitCode } = mark;
  const pod = podLabel(cluster, mark.pod);
  let text = t('metrics.marks.ended', { container, pod });
  if (mark.type === 'out-of-memory') {
    text = t('metrics.marks.killed', { container, pod });
  } else if (exitCode !== undefined) {
    text = t('metrics.marks.endedWith', { container, pod, code: exitCode });
  }
  if (count > 1) {
    text = t('metrics.marks.times', { text, count });
  }
  return within > 0
    ? t('metrics.marks.within', { text, span: span(within * 1000) })
    : text;
}

/** `from → to`, the same in every language. */
function change(mark: { from?: string | number; to: string | number }): string {
  return mark.from === undefined ? `→ ${mark.to}` : `${mark.from} → ${mark.to}`;
}

function nameOf({ object }: MetricMark): string {
  return object.name;
}
