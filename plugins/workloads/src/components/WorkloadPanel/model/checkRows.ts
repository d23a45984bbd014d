import {
  Autoscaler,
  Condition,
  Workload,
} from '@domaindeck/backstage-plugin-workloads-common';
import { MarkKind } from '@domaindeck/backstage-plugin-workloads-react';
import { Phrase, PhraseKey } from '../../../translation/Phrase';

/** One line of the panel's checks. */
export interface CheckRow {
  readonly id: string;
  readonly mark: MarkKind;
  readonly title: Phrase;
  /** One or more facts. */
  readonly text: readonly Phrase[];
  /** The cluster's own words, for the tooltip. */
  readonly detail?: string;
  readonly since?: string;
}

const TITLES: Readonly<Record<string, PhraseKey>> = {
  Available: 'panel.checks.available',
  Progressing: 'panel.checks.progressing',
  ReplicaFailure: 'panel.checks.replicaFailure',
  Complete: 'panel.checks.complete',
  Failed: 'panel.checks.failed',
  Suspended: 'panel.checks.suspended',
  FailureTarget: 'panel.checks.failureTarget',
};

/** A workload's conditions in words, then its autoscaler. */
export function checkRows(options: {
  readonly workload: Workload;
  readonly conditions: readonly Condition[];
  readonly autoscaler?: Autoscaler;
}): CheckRow[] {
  const { workload, conditions, autoscaler } = options;
  const rows = conditions.map(condition => conditionRow(condition, workload));
  return autoscaler ? [...rows, autoscalerRow(autoscaler)] : rows;
}

function conditionRow(condition: Condition, workload: Workload): CheckRow {
  const { type, since } = condition;
  return {
    id: type,
    mark: markOf(condition, workload),
    title: Object.hasOwn(TITLES, type) ? { key: TITLES[type] } : { text: type },
    text: [textOf(condition, workload)],
    detail: [condition.reason, condition.message].filter(Boolean).join(': '),
    since,
  };
}

function markOf(condition: Condition, workload: Workload): MarkKind {
  if (condition.good === undefined) {
    return 'unknown';
  }
  if (condition.good) {
    return condition.type === 'Progressing' && isRolling(workload)
      ? 'progressing'
      : 'healthy';
  }
  return workload.health === 'progressing' || workload.health === 'degraded'
    ? workload.health
    : 'failed';
}

function textOf(condition: Condition, workload: Workload): Phrase {
  const { ready, desired, updated } = workload.replicas;
  if (condition.type === 'Available') {
    return ready < desired
      ? {
          key: 'panel.checks.readyNeeded',
          params: { ready, desired, missing: desired - ready },
        }
      : { key: 'panel.checks.readyOf', params: { ready, desired } };
  }
  if (condition.type === 'Progressing') {
    if (condition.reason === 'ProgressDeadlineExceeded') {
      return { key: 'panel.checks.deadline' };
    }
    if (condition.good !== false) {
      return isRolling(workload)
        ? { key: 'panel.checks.rolling', params: { updated, desired } }
        : {
            key: 'panel.checks.rolledOut',
            params: { version: workload.version },
          };
    }
  }
  if (condition.good !== true && condition.message) {
    return { text: condition.message };
  }
  const answers = {
    true: 'panel.checks.yes',
    false: 'panel.checks.no',
    undefined: 'panel.checks.unknown',
  } as const;
  return { key: answers[`${condition.good}`] };
}

function isRolling(workload: Workload): boolean {
  return workload.replicas.updated < workload.replicas.desired;
}

function autoscalerRow(autoscaler: Autoscaler): CheckRow {
  const { current, min, max, metrics = [] } = autoscaler;
  // One that may not move is meant so.
  const full = current >= max && min < max;
  const blind = metrics.some(metric => metric.current === undefined);
  return {
    id: `autoscaler/${autoscaler.name}`,
    mark: full || blind ? 'degraded' : 'healthy',
    title: { key: 'panel.checks.autoscaler' },
    text: [
      full
        ? { key: 'panel.checks.atMax', params: { max } }
        : moveOf(autoscaler),
      ...metrics.map(
        ({ name, current: measured, target }): Phrase =>
          measured === undefined
            ? { key: 'panel.checks.metricUnknown', params: { name } }
            : {
                key: 'panel.checks.metric',
                params: { name, current: measured, target: target ?? '?' },
              },
      ),
    ],
    detail: autoscaler.name,
  };
}

function moveOf({ current, desired, min, max }: Autoscaler): Phrase {
  if (desired > current) {
    return { key: 'panel.checks.growing', params: { current, desired, max } };
  }
  return desired < current
    ? { key: 'panel.checks.shrinking', params: { current, desired, min } }
    : { key: 'panel.checks.steady', params: { current, min, max } };
}
