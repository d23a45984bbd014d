import { ReactNode, useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  durationMs,
  HistoryEntry,
} from '@domaindeck/backstage-plugin-environments-common';
import { GlyphName } from '@domaindeck/backstage-plugin-workloads-react';
import { useTimeText } from '../../../hooks';
import { detailMessages } from '../../../translation/detail';
import { environmentsTranslationRef } from '../../../translation';
import { PersonText } from '../../parts/PersonName';

/** How an entry of the history is told. */
export interface HistoryTold {
  readonly glyph: GlyphName;
  readonly bad: boolean;
  readonly title: ReactNode;
  /** A second, fainter line. */
  readonly sub?: string;
}

const GLYPHS: Readonly<Record<HistoryEntry['kind'], GlyphName>> = {
  created: 'plus',
  state: 'info',
  changed: 'pencil',
  extended: 'clock',
  shortened: 'clock',
  pinned: 'clock',
  unpinned: 'clock',
  slept: 'moon',
  woken: 'play',
  resynced: 'branch',
  retried: 'refresh',
  cancelled: 'close',
  deleted: 'trash',
  'secret-given': 'lock',
  step: 'info',
  used: 'external',
  'baseline-moved': 'branch',
  edited: 'pencil',
  crashed: 'bolt',
  notice: 'info',
  adopted: 'refresh',
  rebuilt: 'refresh',
};

/** Kinds that are told with who did it, and without. */
const DEEDS = {
  created: 'created',
  extended: 'extended',
  shortened: 'shortened',
  pinned: 'pinned',
  unpinned: 'unpinned',
  slept: 'slept',
  woken: 'woken',
  resynced: 'resynced',
  retried: 'retried',
  cancelled: 'cancelled',
  used: 'used',
} as const;

const REACHED = ['ready', 'asleep', 'gone'] as const;

/** How the history is told in the reader's language; what the backend says in words of its own stays as it is. */
export function useHistoryText(): (
  entry: HistoryEntry,
  now: number,
) => HistoryTold {
  const { t } = useTranslationRef(environmentsTranslationRef);
  const time = useTimeText();
  return useMemo(() => {
    const comma = t('common.comma');
    const join = (part: HistoryEntry['parts'][string] | undefined) =>
      Array.isArray(part) ? part.join(comma) : String(part ?? '');
    const fieldsOf = (part: HistoryEntry['parts'][string] | undefined) =>
      (Array.isArray(part) ? part : [])
        .map(field =>
          field in detailMessages.history.field
            ? t(
                `detail.history.field.${
                  field as keyof typeof detailMessages.history.field
                }`,
              )
            : field,
        )
        .join(comma);
    const titleOf = (entry: HistoryEntry): ReactNode => {
      const { kind, who, service, parts, message } = entry;
      const person = who && <PersonText person={who} />;
      const version = join(parts.version);
      switch (kind) {
        case 'changed':
          if (person && service && version) {
            return t('detail.history.kind.changedService', {
              who: person,
              service: <b>{service}</b>,
              version,
            });
          }
          return person
            ? t('detail.history.kind.changed', { who: person })
            : t('detail.history.kind.changedAlone');
        case 'deleted':
          if (person) {
            return t('detail.history.kind.deleted', { who: person });
          }
          return parts.expired
            ? t('detail.history.kind.expired')
            : t('detail.history.kind.deletedAlone');
        case 'slept':
          if (person) {
            return t('detail.history.kind.slept', { who: person });
          }
          return parts.unused
            ? t('detail.history.kind.sleptUnused')
            : t('detail.history.kind.sleptAlone');
        case 'secret-given':
          return person
            ? t('detail.history.kind.secretGiven', {
                who: person,
                name: join(parts.name),
              })
            : t('detail.history.kind.secretGivenAlone');
        case 'baseline-moved':
          return service && version
            ? t('detail.history.kind.moved', {
                service: <b>{service}</b>,
                version,
              })
            : t('detail.history.kind.movedAlone');
        case 'edited':
          return service
            ? t('detail.history.kind.edited', { service: <b>{service}</b> })
            : t('detail.history.kind.editedAlone');
        case 'crashed':
          return service
            ? t('detail.history.kind.crashed', { service: <b>{service}</b> })
            : t('detail.history.kind.crashedAlone');
        case 'state': {
          const reached = REACHED.find(one => one === parts.state);
          if (reached) {
            return t(`common.state.${reached}`);
          }
          return parts.state === 'failed'
            ? t('detail.history.kind.stopped')
            : message;
        }
        case 'notice':
        case 'adopted':
        case 'rebuilt':
          return t(`detail.history.kind.${kind}`);
        case 'step':
          return message;
        default: {
          const deed = DEEDS[kind];
          return person
            ? t(`detail.history.kind.${deed}`, { who: person })
            : t(`detail.history.kind.${deed}Alone`);
        }
      }
    };
    const subOf = (entry: HistoryEntry, now: number): string | undefined => {
      const { kind, parts, why } = entry;
      switch (kind) {
        case 'created':
          return why ?? (parts.services ? join(parts.services) : undefined);
        case 'changed':
          return parts.fields ? fieldsOf(parts.fields) : why;
        case 'slept':
          return typeof parts.unused === 'string'
            ? t('detail.history.sub.unused', {
                span: time.exact(durationMs(parts.unused) ?? 0),
              })
            : undefined;
        case 'extended':
        case 'shortened':
          return parts.to
            ? t('detail.history.sub.ends', {
                date: time.day(join(parts.to), now, 'precise'),
              })
            : undefined;
        case 'resynced':
          return typeof parts.changes === 'number'
            ? t('detail.history.sub.changes', { count: parts.changes })
            : undefined;
        case 'notice':
          return typeof parts.before === 'number'
            ? t('detail.history.sub.before', {
                span: time.exact(parts.before),
              })
            : undefined;
        case 'state':
          return parts.state === 'failed' ? join(parts.message) : undefined;
        default:
          return why;
      }
    };
    return (entry, now) => ({
      glyph: GLYPHS[entry.kind],
      bad:
        entry.kind === 'crashed' ||
        (entry.kind === 'state' && entry.parts.state === 'failed'),
      title: titleOf(entry),
      sub: subOf(entry, now) || undefined,
    });
  }, [t, time]);
}
