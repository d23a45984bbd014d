import {
  EnvironmentRecord,
  Operation,
  ServiceStatus,
  StepId,
  WaitReason,
} from '@domaindeck/backstage-plugin-environments-common';

/** Names of marks that an environment may have. */
export type StateMark =
  | 'healthy'
  | 'progressing'
  | 'degraded'
  | 'failed'
  | 'asleep'
  | 'unknown';

/** The word for a state; the texts hang on it. */
export type StateWord =
  | 'creating'
  | 'needsSecrets'
  | 'ready'
  | 'readyPart'
  | 'updating'
  | 'goingToSleep'
  | 'waking'
  | 'asleep'
  | 'cannotStart'
  | 'stopped'
  | 'cannotDelete'
  | 'deleting'
  | 'gone';

/** What a second line says beside the state. */
export type StateNote =
  | { readonly kind: 'secrets'; readonly count: number }
  | {
      readonly kind: 'step';
      readonly step: StepId;
      readonly position: number;
      readonly of: number;
    }
  | {
      readonly kind: 'service';
      readonly service: string;
      readonly version?: string;
      readonly reason: WaitReason;
    }
  /** Word for word. */
  | { readonly kind: 'text'; readonly text: string };

/** How an environment is told: mark, word, and what it waits for. */
export interface StateTold {
  readonly mark: StateMark;
  readonly word: StateWord;
  /** Own services that are not well, of a ready one. */
  readonly bad: number;
  readonly own: number;
  readonly note?: StateNote;
}

/** The state of an environment in the words of people. */
export function stateOf(record: EnvironmentRecord): StateTold {
  const own = record.services.filter(one => one.own);
  const unwell = own.filter(
    one => one.health === 'degraded' || one.health === 'failed',
  );
  const base = { bad: unwell.length, own: own.length };
  switch (record.state) {
    case 'ready':
      return unwell.length > 0
        ? {
            ...base,
            mark: 'degraded',
            word: 'readyPart',
            note: noteOfService(unwell[0]),
          }
        : { ...base, mark: 'healthy', word: 'ready' };
    case 'asleep':
      return { ...base, mark: 'asleep', word: 'asleep' };
    case 'needs-secrets':
      return {
        ...base,
        mark: 'degraded',
        word: 'needsSecrets',
        note: { kind: 'secrets', count: record.pendingSecrets.length },
      };
    case 'failed':
      return {
        ...base,
        mark: 'failed',
        word: wordOfFailure(record),
        note: noteOfProblem(record),
      };
    case 'gone':
      return { ...base, mark: 'unknown', word: 'gone' };
    default:
      return {
        ...base,
        mark: 'progressing',
        word: wordOfWork(record),
        note: noteOfProgress(record),
      };
  }
}

function wordOfWork(record: EnvironmentRecord): StateWord {
  if (record.state === 'deleting') {
    return 'deleting';
  }
  if (record.state !== 'updating') {
    return 'creating';
  }
  switch (record.progress?.operation) {
    case 'sleep':
      return 'goingToSleep';
    case 'wake':
      return 'waking';
    default:
      return 'updating';
  }
}

function wordOfFailure(record: EnvironmentRecord): StateWord {
  const operation: Operation | undefined = record.progress?.operation;
  if (operation === 'delete') {
    return 'cannotDelete';
  }
  return operation === 'create' || record.readyAt === undefined
    ? 'cannotStart'
    : 'stopped';
}

function noteOfService(service: ServiceStatus): StateNote | undefined {
  return service.reason
    ? {
        kind: 'service',
        service: service.name,
        version: service.version,
        reason: service.reason,
      }
    : { kind: 'text', text: service.name };
}

function noteOfProblem(record: EnvironmentRecord): StateNote | undefined {
  const { problem } = record;
  if (!problem) {
    return undefined;
  }
  return problem.service && problem.reason
    ? {
        kind: 'service',
        service: problem.service,
        version: versionOf(record, problem.service),
        reason: problem.reason,
      }
    : { kind: 'text', text: problem.message };
}

function noteOfProgress(record: EnvironmentRecord): StateNote | undefined {
  const { progress } = record;
  if (!progress) {
    return undefined;
  }
  return progress.service && progress.reason
    ? {
        kind: 'service',
        service: progress.service,
        version: versionOf(record, progress.service),
        reason: progress.reason,
      }
    : {
        kind: 'step',
        step: progress.step,
        position: progress.position,
        of: progress.of,
      };
}

/** The version that a service runs, or would run. */
function versionOf(
  record: EnvironmentRecord,
  name: string,
): string | undefined {
  return (
    record.specification.services.find(one => one.name === name)?.version ??
    record.services.find(one => one.name === name)?.version
  );
}
