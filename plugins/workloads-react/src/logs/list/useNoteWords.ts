import { useCallback } from 'react';
import { logTimeMs } from '@domaindeck/backstage-plugin-workloads-common';
import { logClock } from '../model/logClock';
import { LogNote } from '../model/LogRow';
import { useLogText } from '../useLogText';
import { LogLook } from './LogLook';

/** What a row that is no line says. */
export interface NoteWords {
  /** Stands in the column of the pods where no single pod is meant. */
  readonly who?: string;
  readonly what: string;
  readonly why?: string;
  readonly act?: string;
  /** At the end of the row. */
  readonly end?: string;
}

/** Says notes in the reader's language. */
export function useNoteWords(): (
  note: LogNote,
  at: string,
  look: LogLook,
) => NoteWords {
  const t = useLogText();
  return useCallback(
    (note, at, look) => {
      const span = (ms: number) =>
        ms < 90_000
          ? t('logs.note.seconds', { n: Math.round(ms / 100) / 10 })
          : t('logs.note.minutes', { n: Math.round(ms / 60_000) });
      const between = (to: string) =>
        span(Math.max(0, logTimeMs(to) - logTimeMs(at)));
      switch (note.kind) {
        case 'restarted': {
          const reason =
            note.reason === 'OOMKilled'
              ? t('logs.note.outOfMemory')
              : note.reason ?? '';
          let why: string | undefined;
          if (note.exitCode !== undefined) {
            why = t('logs.note.afterExit', { code: note.exitCode, reason });
          } else if (reason) {
            why = t('logs.note.afterReason', { reason });
          }
          return {
            what: t('logs.note.restarted'),
            why: why?.replace(/[,，]\s*$/, ''),
            act: t('logs.note.readBefore'),
          };
        }
        case 'gap':
          return {
            who: note.cluster,
            what: t('logs.note.missing', { span: between(note.to) }),
            why: t(`logs.note.missingWhy.${note.reason ?? 'history'}`),
            end: t('logs.note.to', { time: logClock(note.to, look.zone) }),
          };
        case 'dropped':
          return {
            who: t('logs.note.pods', { count: note.pods }),
            what: t('logs.note.dropped', {
              count: note.count,
              lines: note.count.toLocaleString(),
            }),
            why: t('logs.note.droppedWhy', { span: between(note.to) }),
            act: t('logs.note.downloadAll'),
          };
        case 'joined':
          return { what: t('logs.note.joined') };
        case 'left':
          return { what: t('logs.note.left') };
        case 'waiting':
          return { what: t('logs.note.waiting'), why: note.message };
        case 'unreadable':
          return { what: t('logs.note.unreadable'), why: note.message };
        case 'silent':
          return {
            who: note.cluster,
            what: t('logs.note.silent', { cluster: note.cluster }),
            why: t('logs.note.silentRest'),
          };
        case 'answers':
          return {
            who: note.cluster,
            what: t('logs.note.answers', { cluster: note.cluster }),
          };
        case 'skewed':
          return {
            who: note.cluster,
            what: t('logs.note.skewed', {
              cluster: note.cluster,
              span: span(Math.abs(note.ms)),
            }),
            why: t('logs.note.skewedRest'),
          };
        case 'seam':
          return {
            who: note.cluster,
            what: t('logs.note.seam', {
              name:
                look.history.find(one => one.cluster === note.cluster)?.name ??
                note.cluster,
            }),
            why: t(note.unsure ? 'logs.note.seamUnsure' : 'logs.note.seamSure'),
          };
        default:
          return {
            what: t('logs.rail.limited', {
              followed: note.followed,
              total: note.total,
            }),
          };
      }
    },
    [t],
  );
}
