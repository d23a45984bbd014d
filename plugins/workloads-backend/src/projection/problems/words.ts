import { ProblemCode } from '@domaindeck/backstage-plugin-workloads-common';
import { causeWords } from './causeWords';
import { Facts } from './types';

/** The English of a problem. Other languages are made from its code and facts. */
export interface ProblemWords {
  /** One plain sentence without a full stop. */
  readonly sentence: (facts: Facts) => string;
  /** Three to five words. */
  readonly cell: (facts: Facts) => string;
}

/** `1 of 3 pods`, with the verb in its number. */
function pods(facts: Facts, one: string, many: string): string {
  const count = Number(facts.pods);
  const total = Number(facts.total);
  if (total === 1) {
    return `The only pod ${one}`;
  }
  return count === total
    ? `All ${total} pods ${many}`
    : `${count} of ${total} pods ${count === 1 ? one : many}`;
}

/** `1 pod`, for pods that are not among those that should run. */
function some(count: unknown, one: string, many: string): string {
  return count === 1 ? `1 pod ${one}` : `${count} pods ${many}`;
}

/** A cause after a colon, where there is one. */
function told(cause: string): string {
  return cause && `: ${cause}`;
}

function crashes(facts: Facts): string {
  return facts.restarts === 0
    ? pods(facts, 'crashed', 'crashed')
    : pods(facts, 'keeps crashing', 'keep crashing');
}

function restarting(facts: Facts): string {
  return facts.restarts === 0 ? '' : ', restarting';
}

function cannotStart(facts: Facts): string {
  return pods(facts, 'cannot start', 'cannot start');
}

function rolled(facts: Facts): string {
  return `${facts.updated} of ${facts.total} pods updated`;
}

function jobName(facts: Facts): string {
  return facts.cause === 'run' ? 'The last run' : 'The job';
}

/** The words of every code, as the cell of a table and as a sentence. */
export const words: Readonly<Record<ProblemCode, ProblemWords>> = {
  'out-of-memory': {
    sentence: facts => `${crashes(facts)}: ${causeWords.memory(facts)}`,
    cell: facts => `Out of memory${restarting(facts)}`,
  },
  'crash-loop': {
    sentence: facts => {
      const end = causeWords.end(facts);
      if (facts.role === 'init') {
        return `${cannotStart(facts)}: ${
          facts.container
        } at start keeps failing${end && `, ${end}`}`;
      }
      return facts.exitCode === 0
        ? `${pods(facts, 'keeps', 'keep')} stopping by itself, ${end}`
        : `${crashes(facts)}${end && `: ${end}`}`;
    },
    cell: facts =>
      facts.role === 'init'
        ? 'Fails at start, retrying'
        : `${facts.restarts === 0 ? 'Crashed' : 'Crashing'}${restarting(
            facts,
          )}`,
  },
  liveness: {
    sentence: facts => {
      const check = facts.check === 'startup' ? 'start' : 'liveness';
      const answer = causeWords.answer(facts);
      return `${pods(
        facts,
        'is',
        'are',
      )} restarted again and again: the ${check} check fails${
        answer && `, ${answer}`
      }`;
    },
    cell: () => 'Check fails, restarting',
  },
  'image-pull': {
    sentence: facts => `${cannotStart(facts)}: ${causeWords.pull(facts)}`,
    cell: () => 'Image cannot be pulled',
  },
  'image-name': {
    sentence: facts =>
      `${cannotStart(facts)}: "${facts.image}" is not a valid image name`,
    cell: () => 'Image name is invalid',
  },
  'config-missing': {
    sentence: facts => {
      const missing = causeWords.missing(facts);
      return facts.pods === undefined
        ? `No pod can be created: ${missing}`
        : `${cannotStart(facts)}: ${missing}`;
    },
    cell: facts => `${facts.kind ?? 'Configuration'} is missing`,
  },
  'container-start': {
    sentence: facts => `${cannotStart(facts)}: ${causeWords.start(facts)}`,
    cell: () => 'Container cannot start',
  },
  volume: {
    sentence: facts => `${cannotStart(facts)}: ${causeWords.volume(facts)}`,
    cell: facts =>
      facts.cause === 'attach' || facts.cause === 'mount'
        ? 'Volume cannot be mounted'
        : 'Volume is missing',
  },
  unschedulable: {
    sentence: facts =>
      `${pods(facts, 'waits', 'wait')} for a node: ${causeWords.nodes(facts)}`,
    cell: facts =>
      facts.cause === 'insufficient' ? 'No node has room' : 'No node fits',
  },
  quota: {
    sentence: facts =>
      `${some(facts.pods, 'cannot', 'cannot')} be created: ${causeWords.quota(
        facts,
      )}`,
    cell: facts =>
      facts.cause === 'unspecified'
        ? 'Quota asks for limits'
        : 'Quota is used up',
  },
  admission: {
    sentence: facts =>
      `${some(facts.pods, 'cannot', 'cannot')} be created: ${causeWords.refusal(
        facts,
      )}`,
    cell: facts =>
      facts.cause === 'bounds' ? 'Outside the bounds' : 'Refused by a policy',
  },
  'job-failed': {
    sentence: facts => {
      const end = causeWords.jobEnd(facts);
      const tries =
        Number(facts.tries) > 1 ? ` after ${facts.tries} tries` : '';
      return `${jobName(facts)} failed${tries}${end && `: ${end}`}`;
    },
    cell: facts => (facts.cause === 'run' ? 'Last run failed' : 'Job failed'),
  },
  deadline: {
    sentence: facts =>
      facts.cause === 'rollout'
        ? `The rollout made no progress${causeWords.within(facts)}: ${rolled(
            facts,
          )}`
        : `${
            facts.cause === 'pod' ? 'The only pod' : jobName(facts)
          } took longer than it may`,
    cell: facts =>
      facts.cause === 'rollout'
        ? 'Rollout makes no progress'
        : 'Ran out of time',
  },
  'rollout-stuck': {
    sentence: facts =>
      `The rollout waits for a pod that is not ready: ${rolled(facts)}`,
    cell: () => 'Rollout is stuck',
  },
  'node-lost': {
    sentence: facts =>
      `${pods(facts, 'is', 'are')} out of reach: node ${
        facts.node
      } does not answer`,
    cell: () => 'Node does not answer',
  },
  'not-ready': {
    sentence: facts => {
      const running = pods(facts, 'runs', 'run');
      if (facts.cause === 'check') {
        return `${running} and ${facts.pods === 1 ? 'fails' : 'fail'} the ${
          facts.check === 'startup' ? 'start' : 'ready'
        } check${told(causeWords.answer(facts))}`;
      }
      return facts.cause === 'gate'
        ? `${running} and ${facts.pods === 1 ? 'waits' : 'wait'} to be let in`
        : `${running} but ${facts.pods === 1 ? 'is' : 'are'} not ready`;
    },
    cell: facts =>
      facts.cause === 'check'
        ? 'Ready check fails'
        : `${facts.pods} of ${facts.total} not ready`,
  },
  'slow-start': {
    sentence: facts => {
      const after = `${facts.minutes} min`;
      switch (facts.cause) {
        case 'gated':
          return `${pods(
            facts,
            'is',
            'are',
          )} held back from the scheduler for ${after}`;
        case 'init':
          return `${pods(facts, 'has', 'have')} not come past ${
            facts.container
          } at start for ${after}`;
        default:
          return `${pods(facts, 'has', 'have')} not started for ${after}`;
      }
    },
    cell: () => 'Does not start',
  },
  'job-retrying': {
    sentence: facts => {
      const end = causeWords.jobEnd(facts);
      return `${facts.tries} ${
        facts.tries === 1 ? 'try has' : 'tries have'
      } failed, it tries again${end && `: ${end}`}`;
    },
    cell: () => 'Failed, tries again',
  },
  evicted: {
    sentence: facts =>
      `${some(facts.pods, 'was', 'were')} ${causeWords.eviction(facts)}`,
    cell: facts =>
      facts.cause === 'full' || facts.cause === 'refused'
        ? 'Refused by the node'
        : 'Thrown off the node',
  },
  terminating: {
    sentence: facts => `${some(facts.pods, 'has', 'have')} not ended in time`,
    cell: () => 'Pods do not end',
  },
  'autoscaler-limit': {
    sentence: facts =>
      `The autoscaler is at its maximum of ${facts.max} pods and wants more`,
    cell: () => 'At the autoscaling maximum',
  },
  'autoscaler-blind': {
    sentence: facts =>
      facts.cause === 'scale'
        ? 'The autoscaler cannot change the number of pods'
        : `The autoscaler gets no metrics and stays at ${facts.current} pods`,
    cell: () => 'Autoscaler gets no metrics',
  },
  other: {
    sentence: facts => `${pods(facts, 'is', 'are')} held up: ${facts.reason}`,
    cell: facts => `Held up: ${facts.reason}`,
  },
};
