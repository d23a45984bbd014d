import {
  EnvironmentRecord,
  Step,
  WaitReason,
} from '@domaindeck/backstage-plugin-environments-common';
import { isUnborn } from './permitOf';

/** One sentence on what is waited for; the texts hang on `kind`. */
export type NowTold =
  | {
      readonly kind: 'waiting' | 'stopped';
      readonly service: string;
      readonly reason: WaitReason;
    }
  | { readonly kind: 'step' | 'stoppedAt'; readonly step: Step['step'] }
  /** `held`: something in an environment that is being deleted does not go. */
  | { readonly kind: 'secrets' | 'queued' | 'held' };

/** How far the work is. */
export interface ProgressTold {
  readonly mark: 'progressing' | 'failed' | 'degraded';
  readonly now: NowTold;
  /** The step at hand, the first is 1; undefined before anything began. */
  readonly position?: number;
  readonly of: number;
  /** Milliseconds since it began. */
  readonly elapsed: number;
  /** Milliseconds that it usually takes. */
  readonly usual?: number;
  /** Milliseconds that it should still take; undefined when nobody can say. */
  readonly toGo?: number;
  /** More than twice as long as usual. */
  readonly late: boolean;
  /** Share of each step that is done, 0 to 1. */
  readonly segments: readonly {
    readonly key: string;
    readonly state: Step['state'];
    readonly share: number;
  }[];
}

/** Whether the page of an environment is about the work on it rather than about what it is. */
export function isUnderWay(record: EnvironmentRecord): boolean {
  return (
    isUnborn(record) ||
    record.state === 'deleting' ||
    record.state === 'gone' ||
    (record.state === 'failed' && record.progress?.operation === 'delete')
  );
}

/** Whether somebody waits for something on an environment that was ready before. */
export function isWorkedOn(record: EnvironmentRecord): boolean {
  return (
    !isUnderWay(record) &&
    (record.state === 'updating' ||
      record.state === 'failed' ||
      record.state === 'needs-secrets' ||
      record.state === 'provisioning')
  );
}

/** How far the work on an environment is at a time. */
export function progressOf(
  record: EnvironmentRecord,
  steps: readonly Step[],
  at: number,
): ProgressTold {
  const current =
    steps.find(one => one.state === 'failed') ??
    steps.find(one => one.state === 'running');
  const startedAt = record.progress?.startedAt ?? steps[0]?.startedAt;
  const stopped = record.state === 'failed';
  const until = stopped ? Date.parse(current?.endedAt ?? '') || at : at;
  const elapsed = startedAt ? Math.max(0, until - Date.parse(startedAt)) : 0;
  const usual =
    record.progress?.usualSeconds === undefined
      ? undefined
      : record.progress.usualSeconds * 1000;
  const toGo =
    usual === undefined || stopped || usual <= elapsed
      ? undefined
      : usual - elapsed;
  return {
    mark: markOf(record, current),
    now: nowOf(record, current),
    position: current?.position ?? record.progress?.position,
    of: steps.length || record.progress?.of || 0,
    elapsed,
    usual,
    toGo,
    late: usual !== undefined && !stopped && elapsed > 2 * usual,
    segments: steps.map(step => ({
      key: step.step,
      state: step.state,
      share: shareOf(step),
    })),
  };
}

function markOf(
  record: EnvironmentRecord,
  current: Step | undefined,
): ProgressTold['mark'] {
  if (record.state === 'failed') {
    return 'failed';
  }
  return record.state === 'needs-secrets' || isHeld(record, current)
    ? 'degraded'
    : 'progressing';
}

function nowOf(record: EnvironmentRecord, current: Step | undefined): NowTold {
  const { problem, progress, state } = record;
  if (state === 'needs-secrets') {
    return { kind: 'secrets' };
  }
  if (state === 'failed') {
    return problem?.service && problem.reason
      ? { kind: 'stopped', service: problem.service, reason: problem.reason }
      : {
          kind: 'stoppedAt',
          step: problem?.step ?? current?.step ?? 'plan',
        };
  }
  if (isHeld(record, current)) {
    return { kind: 'held' };
  }
  const waiting = current?.services?.find(one => one.reason);
  const service = waiting?.name ?? progress?.service;
  const reason = waiting?.reason ?? progress?.reason;
  if (service && reason) {
    return { kind: 'waiting', service, reason };
  }
  const step = current?.step ?? progress?.step;
  return step ? { kind: 'step', step } : { kind: 'queued' };
}

function isHeld(record: EnvironmentRecord, current: Step | undefined): boolean {
  return record.state === 'deleting' && current?.reason?.code === 'blocked';
}

function shareOf(step: Step): number {
  if (step.state === 'done' || step.state === 'skipped') {
    return 1;
  }
  if (step.state !== 'running') {
    return 0;
  }
  const services = step.services ?? [];
  const there = services.filter(
    one => one.paused || one.health === 'healthy',
  ).length;
  return services.length === 0 ? 0.5 : there / services.length;
}
