import {
  EnvironmentRecord,
  EnvironmentState,
  EnvironmentsVerb,
} from '@domaindeck/backstage-plugin-environments-common';

/** What a person can do with an environment from its row or its page. */
export type ActionName =
  | 'extend'
  | 'sleep'
  | 'wake'
  | 'resync'
  | 'change'
  | 'retry'
  | 'cancel'
  | 'delete'
  | 'pin'
  | 'secrets';

/** Why an action is refused; the texts hang on it. */
export type RefusalWord =
  | 'right'
  | 'rightToPin'
  | 'silent'
  | 'deleting'
  | 'notReady'
  | 'asleep'
  | 'awake'
  | 'pinned'
  | 'atMost'
  | 'same'
  | 'going'
  | 'unknownStep';

/** Whether an action may be done now. `right`: another person may. `waits`: nobody may at present. */
export type Permit =
  | { readonly allowed: true }
  | {
      readonly allowed: false;
      readonly because: 'right' | 'waits';
      readonly word: RefusalWord;
    };

const ALLOWED: Permit = { allowed: true };

const CHANGEABLE: readonly EnvironmentState[] = [
  'needs-secrets',
  'provisioning',
  'ready',
  'updating',
  'asleep',
  'failed',
];

/** States of an environment that was never ready. */
const CANCELLABLE: readonly EnvironmentState[] = [
  'requested',
  'planning',
  'needs-secrets',
  'provisioning',
];

/** Whether an environment takes an action from the reader; the right comes first, then the state. */
export function permitOf(
  record: EnvironmentRecord,
  action: ActionName,
): Permit {
  const verb: EnvironmentsVerb =
    action === 'pin' ? 'quota-manage' : 'env-manage';
  if (!record.verbs.includes(verb)) {
    return {
      allowed: false,
      because: 'right',
      word: action === 'pin' ? 'rightToPin' : 'right',
    };
  }
  if (record.state === 'deleting' || record.state === 'gone') {
    return waits('deleting');
  }
  if (record.clusterSilent) {
    return waits('silent');
  }
  const word = refusedByState(record, action);
  return word ? waits(word) : ALLOWED;
}

/** Whether an environment was never ready, so that giving it up is cancelling. */
export function isUnborn(record: EnvironmentRecord): boolean {
  return (
    CANCELLABLE.includes(record.state) ||
    (record.state === 'failed' && record.readyAt === undefined)
  );
}

function waits(word: RefusalWord): Permit {
  return { allowed: false, because: 'waits', word };
}

function refusedByState(
  record: EnvironmentRecord,
  action: ActionName,
): RefusalWord | undefined {
  const { state } = record;
  switch (action) {
    case 'extend':
      if (record.pinned) {
        return 'pinned';
      }
      return record.expiresAt >= record.latestExpiresAt ? 'atMost' : undefined;
    case 'sleep':
      if (state === 'asleep') {
        return 'asleep';
      }
      return state === 'ready' ? undefined : 'notReady';
    case 'wake':
      return state === 'asleep' ? undefined : 'awake';
    case 'resync':
      if (state !== 'ready') {
        return 'notReady';
      }
      return movedCount(record) > 0 ? undefined : 'same';
    case 'change':
      return CHANGEABLE.includes(state) ? undefined : 'notReady';
    case 'retry':
      if (state !== 'failed') {
        return 'going';
      }
      return record.problem?.resumable === false ? 'unknownStep' : undefined;
    default:
      return undefined;
  }
}

/** In how many services the baseline moved. */
export function movedCount(record: EnvironmentRecord): number {
  return record.driftCounts.baselineMoved + record.driftCounts.both;
}
