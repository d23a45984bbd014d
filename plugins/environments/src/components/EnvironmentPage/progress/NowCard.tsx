import { ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EnvironmentRecord,
  Step,
} from '@domaindeck/backstage-plugin-environments-common';
import {
  StatusMark,
  useAnnouncement,
  useNow,
} from '@domaindeck/backstage-plugin-workloads-react';
import { useRecordText, useTimeText } from '../../../hooks';
import { stopwatch } from '../../../model/lifeOf';
import { NowTold, progressOf } from '../../../model/progressOf';
import { environmentsTranslationRef } from '../../../translation';
import { useCardStyles } from '../../parts/useCardStyles';
import { useStepStyles } from './useStepStyles';

/** One sentence on top: what is waited for, why, how long; beneath it how far it is. */
export function NowCard(props: {
  record: EnvironmentRecord;
  steps: readonly Step[];
  /** The steps, and what can be done. */
  children?: ReactNode;
}): JSX.Element {
  const { record, steps, children } = props;
  const classes = useStepStyles();
  const cards = useCardStyles();
  const now = useNow(1_000);
  const time = useTimeText();
  const sentence = useNowText(record);
  const { t } = useTranslationRef(environmentsTranslationRef);
  const told = progressOf(record, steps, now);
  const title = sentence(told.now, now);
  const said = useAnnouncement(sentence(told.now, undefined));
  const line = () => {
    if (record.state === 'failed') {
      return t('progress.now.nothingLost');
    }
    if (record.state === 'needs-secrets') {
      return t('progress.now.secretsLine');
    }
    if (told.now.kind === 'held') {
      return t('progress.now.heldLine');
    }
    const at = { position: String(told.position ?? 1), of: String(told.of) };
    return (
      [
        told.of > 0 &&
          (told.toGo === undefined
            ? t('progress.now.line', at)
            : t('progress.now.lineToGo', {
                ...at,
                span: time.span(told.toGo),
              })),
        told.late && t('progress.now.late'),
        t('progress.now.leave'),
      ]
        .filter(Boolean)
        .join(' ')
        // Chinese sentences stand side by side.
        .replace(/。 /g, '。')
    );
  };
  const looks = {
    done: classes.done,
    skipped: classes.done,
    running: classes.running,
    failed: classes.failed,
    pending: '',
  };
  return (
    <section className={cards.card} aria-label={t('progress.steps')}>
      <div className={classes.now}>
        <StatusMark kind={told.mark} size={20} decorative />
        <h3>{title}</h3>
        <span className={classes.clock}>{stopwatch(told.elapsed)}</span>
        <span className={classes.line}>{line()}</span>
        <span className={classes.usual}>
          {told.usual !== undefined && told.mark === 'progressing'
            ? t('progress.now.usually', { time: stopwatch(told.usual) })
            : t('progress.now.elapsed')}
        </span>
      </div>
      <span role="status" className={cards.screenReader}>
        {said}
      </span>
      {told.segments.length > 0 && (
        <div aria-hidden="true" className={classes.segments}>
          {told.segments.map(segment => (
            <span key={segment.key} className={classes.segment}>
              <span
                className={looks[segment.state]}
                style={{
                  width:
                    segment.state === 'failed'
                      ? '100%'
                      : `${Math.round(segment.share * 100)}%`,
                }}
              />
            </span>
          ))}
        </div>
      )}
      {children}
    </section>
  );
}

/** Says what is waited for; without a time the sentence stays the same while nothing changes. */
function useNowText(
  record: EnvironmentRecord,
): (told: NowTold, now: number | undefined) => string {
  const text = useRecordText();
  const time = useTimeText();
  const { t } = useTranslationRef(environmentsTranslationRef);
  return (told, now) => {
    switch (told.kind) {
      case 'waiting': {
        const { since } = told.reason;
        const parts = {
          service: told.service,
          reason: text.reason(told.reason),
        };
        return since === undefined || now === undefined
          ? t('progress.now.waiting', parts)
          : t('progress.now.waitingSince', {
              ...parts,
              span: time.span(now - Date.parse(since)),
            });
      }
      case 'stopped':
        return t('progress.now.stopped', {
          service: told.service,
          reason: text.reason(told.reason),
        });
      case 'stoppedAt':
        return t('progress.now.stoppedAt', {
          step: t(`common.step.${told.step}`),
        });
      case 'secrets':
        return t('progress.now.secrets');
      case 'held':
        return t('progress.now.held');
      case 'step':
        return record.state === 'deleting'
          ? t('progress.now.deleting')
          : t('progress.now.step', {
              step: capital(t(`common.step.${told.step}`)),
            });
      default:
        return t('progress.now.queued');
    }
  };
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
