import { ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EnvironmentRecord,
  Step,
} from '@domaindeck/backstage-plugin-environments-common';
import {
  Glyph,
  StatusMark,
  useNow,
} from '@domaindeck/backstage-plugin-workloads-react';
import { useTimeText } from '../../../hooks';
import { stopwatch } from '../../../model/lifeOf';
import { environmentsTranslationRef } from '../../../translation';
import { StartingServices } from './StartingServices';
import { useStepStyles } from './useStepStyles';
import { useStepText } from './useStepText';

const MINUTE_MS = 60_000;

/** The steps in their order; the one that runs, or stopped, is open. */
export function StepList(props: {
  record: EnvironmentRecord;
  steps: readonly Step[];
  accept: (answer: EnvironmentRecord) => void;
}): JSX.Element {
  const { record, steps, accept } = props;
  const classes = useStepStyles();
  const { t } = useTranslationRef(environmentsTranslationRef);
  return (
    <ol className={classes.steps} aria-label={t('progress.steps')}>
      {steps.map(step => {
        const open = step.state === 'running' || step.state === 'failed';
        return (
          <StepLine key={`${step.operation} ${step.step}`} step={step}>
            {open && (step.services ?? []).length > 0 && (
              <StartingServices record={record} step={step} accept={accept} />
            )}
            {open &&
              step.reason &&
              (step.services ?? []).length === 0 &&
              step.reason.message.split('\n').map(line => (
                <p key={line} className={classes.message}>
                  {line}
                </p>
              ))}
            {step.state === 'failed' && !step.reason && step.message && (
              <p className={classes.message}>{step.message}</p>
            )}
          </StepLine>
        );
      })}
    </ol>
  );
}

function StepLine(props: { step: Step; children: ReactNode }): JSX.Element {
  const { step, children } = props;
  const classes = useStepStyles();
  const text = useStepText();
  const time = useTimeText();
  const now = useNow(1_000);
  const { t } = useTranslationRef(environmentsTranslationRef);
  const done = step.state === 'done' || step.state === 'skipped';
  // It waits for a person: what it needs is asked for above.
  const asks = step.state === 'pending' && step.parts?.missing !== undefined;
  const todo = step.state === 'pending' && !asks;
  const dot = () => {
    if (done) {
      return (
        <span className={`${classes.dot} ${classes.dotDone}`}>
          <Glyph name="check" size={12} />
        </span>
      );
    }
    return (
      <span className={classes.dot}>
        {todo ? (
          <span className={classes.dotTodo} />
        ) : (
          <StatusMark kind={asks ? 'degraded' : markOf(step)} decorative />
        )}
      </span>
    );
  };
  const took = step.startedAt
    ? (Date.parse(step.endedAt ?? '') || now) - Date.parse(step.startedAt)
    : undefined;
  return (
    <li
      className={`${classes.step} ${todo ? classes.todo : ''}`}
      aria-current={step.state === 'running' || asks ? 'step' : undefined}
    >
      {dot()}
      <span>
        <span className={classes.title}>{text.title(step)}</span>{' '}
        <span className={todo ? undefined : classes.what}>
          {step.state === 'skipped'
            ? t('progress.what.skipped')
            : text.what(step)}
        </span>
      </span>
      <span className={classes.time}>
        {took !== undefined &&
          took >= 0 &&
          // What took no second took one; a clock is for what takes minutes, or is still running.
          (done && took < MINUTE_MS
            ? time.span(Math.max(1_000, took))
            : stopwatch(took))}
        {step.state === 'failed' &&
          step.attempt > 1 &&
          ` · ${t('progress.what.attempt', { n: String(step.attempt) })}`}
      </span>
      {children}
    </li>
  );
}

function markOf(step: Step): 'failed' | 'degraded' | 'progressing' {
  if (step.state === 'failed') {
    return 'failed';
  }
  return step.reason?.code === 'blocked' ? 'degraded' : 'progressing';
}
