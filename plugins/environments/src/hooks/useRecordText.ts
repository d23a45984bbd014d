import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EnvironmentRecord,
  WaitReason,
} from '@domaindeck/backstage-plugin-environments-common';
import { environmentsTranslationRef } from '../translation';
import { isMine } from '../model/listView';
import { stateOf, StateNote } from '../model/stateOf';
import { useTimeText } from './useTimeText';

/** How an environment is told in words. */
export interface RecordText {
  state(record: EnvironmentRecord, now: number): string;
  /** What it waits for, in a few words; undefined where there is nothing to say. */
  note(record: EnvironmentRecord, now: number): string | undefined;
  reason(reason: WaitReason): string;
  /** Such as `baseline moved in 2`; `me` is the full reference of the reader. */
  drift(record: EnvironmentRecord, me: string | undefined): string;
}

/** How environments are told in the reader's language. */
export function useRecordText(): RecordText {
  const { t } = useTranslationRef(environmentsTranslationRef);
  const time = useTimeText();
  return useMemo(() => {
    const reason = ({ code, done, of }: WaitReason) => {
      if (done !== undefined && of !== undefined) {
        if (code === 'pulling') {
          return t('common.reason.pullingBytes', {
            done: megabytes(done),
            of: megabytes(of),
          });
        }
        if (code === 'starting') {
          return t('common.reason.startingChecks', {
            done: String(done),
            of: String(of),
          });
        }
      }
      return t(`common.reason.${code}`);
    };
    const ago = (since: string | undefined, now: number) =>
      since === undefined
        ? ''
        : `${t('common.comma')}${time.span(now - Date.parse(since))}`;
    const noteText = (note: StateNote, now: number) => {
      switch (note.kind) {
        case 'secrets':
          return t('common.note.secrets', { count: note.count });
        case 'step':
          return t('common.note.step', {
            position: String(note.position),
            of: String(note.of),
            step: t(`common.step.${note.step}`),
          });
        case 'service':
          return note.reason.code === 'image-missing'
            ? t('common.note.noImage', {
                service: note.service,
                version: note.version ?? '',
              })
            : t('common.note.service', {
                service: note.service,
                reason: `${reason(note.reason)}${ago(note.reason.since, now)}`,
              });
        default:
          return note.text;
      }
    };
    return {
      reason,
      state: (record, now) => {
        const told = stateOf(record);
        if (told.word === 'asleep' && record.asleepSince) {
          return t('common.state.asleepSince', {
            time: time.clock(record.asleepSince, now),
          });
        }
        return t(`common.state.${told.word}`, {
          bad: String(told.bad),
          all: String(told.own),
        });
      },
      note: (record, now) => {
        const { note } = stateOf(record);
        return note && noteText(note, now);
      },
      drift: (record, me) => {
        const { baselineMoved, edited, both } = record.driftCounts;
        const parts = [
          both > 0 && t('common.drift.both', { n: String(both) }),
          baselineMoved > 0 &&
            t('common.drift.moved', { n: String(baselineMoved) }),
          edited > 0 &&
            t(
              isMine(record, me)
                ? 'common.drift.edited'
                : 'common.drift.editedHere',
              { n: String(edited) },
            ),
        ].flatMap(text => text || []);
        return parts.length > 0
          ? parts.join(t('common.comma'))
          : t('common.drift.same');
      },
    };
  }, [t, time]);
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_000_000)} MB`;
}
