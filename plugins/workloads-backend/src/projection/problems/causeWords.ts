import { formatMemory } from '../quantity';
import { Facts } from './types';

function memory(facts: Facts): string {
  return facts.limit === undefined
    ? 'out of memory on the node, with no limit of its own'
    : `out of memory at its ${formatMemory(Number(facts.limit))} limit`;
}

/** How a process ended; the shell's convention 128 + n names the signal that killed it. */
function end(facts: Facts): string {
  const { exitCode, signal } = facts;
  if (exitCode === undefined) {
    return signal === undefined ? '' : `killed by signal ${signal}`;
  }
  const code = Number(exitCode);
  return code > 128 && code < 160
    ? `exit code ${code}, killed by signal ${code - 128}`
    : `exit code ${code}`;
}

function jobEnd(facts: Facts): string {
  return facts.reason === 'OOMKilled' ? 'out of memory' : end(facts);
}

function pull(facts: Facts): string {
  const image = `image ${facts.image}`;
  switch (facts.cause) {
    case 'not-found':
      return `${image} is not in the registry`;
    case 'refused':
      return `the registry refuses ${image} to this cluster`;
    case 'unreachable':
      return `the registry of ${image} does not answer`;
    case 'unknown-host':
      return `${facts.registry}, the registry of ${image}, is not known`;
    case 'throttled':
      return `the registry limits how often ${image} is pulled`;
    case 'platform':
      return `${image} is not built for this kind of node`;
    case 'never':
      return `${image} is not on the node and may not be pulled`;
    default:
      return `${image} cannot be pulled`;
  }
}

function missing(facts: Facts): string {
  const object = [facts.kind, facts.name].filter(Boolean).join(' ');
  if (facts.key !== undefined) {
    return `key ${facts.key} is missing in ${object}`;
  }
  return object ? `${object} is missing` : 'its configuration is incomplete';
}

function start(facts: Facts): string {
  const container = `container ${facts.container}`;
  switch (facts.cause) {
    case 'sandbox':
      return 'the node cannot set up its network';
    case 'command':
      return `the command of ${container} is not in its image`;
    case 'denied':
      return `the command of ${container} may not be executed`;
    case 'platform':
      return `the image of ${container} is not built for this kind of node`;
    case 'root':
      return `the image of ${container} runs as root, which the pod forbids`;
    case 'user':
      return `the image of ${container} does not say by number as whom it runs, as the pod asks`;
    case 'hook':
      return `the start hook of ${container} fails`;
    default:
      return `${container} cannot be started`;
  }
}

function volume(facts: Facts): string {
  const name =
    facts.volume === undefined ? 'a volume' : `volume ${facts.volume}`;
  switch (facts.cause) {
    case 'attach':
      return `${name} cannot be attached to the node`;
    case 'claim-missing':
      return `volume claim ${facts.claim} is missing`;
    case 'unbound':
      return `${
        facts.claim === undefined
          ? 'a volume claim'
          : `volume claim ${facts.claim}`
      } has no volume yet`;
    default:
      return `${name} cannot be mounted`;
  }
}

/** Cores or bytes as people say them. */
function amount(resource: unknown, value: number): string {
  return resource === 'memory'
    ? formatMemory(value)
    : `${Number(value.toFixed(3))} ${value === 1 ? 'core' : 'cores'}`;
}

/** What a pod asks, and by how much the node with most room falls short. */
function lack({ resource, asked, short }: Facts): string {
  if (asked === undefined) {
    return '';
  }
  const all = ` for the ${amount(resource, Number(asked))} that a pod asks`;
  return short === undefined
    ? all
    : `${all}, at best ${amount(resource, Number(short))} short`;
}

function nodes(facts: Facts): string {
  const some = `${facts.nodes} of ${facts.nodesTotal} nodes`;
  const one = facts.nodes === 1;
  switch (facts.cause) {
    case 'insufficient': {
      const resource = facts.resource === 'cpu' ? 'CPU' : facts.resource;
      return resource === 'pods'
        ? `${some} ${one ? 'is' : 'are'} full`
        : `${some} ${one ? 'has' : 'have'} too little ${resource}${lack(
            facts,
          )}`;
    }
    case 'taint':
      return `${some} ${one ? 'is' : 'are'} kept for other work`;
    case 'cordoned':
      return `${some} ${one ? 'is' : 'are'} closed for maintenance`;
    case 'volume':
      return `its volume cannot be reached from ${some}`;
    case 'ports':
      return `the port that it asks is taken on ${some}`;
    case 'none':
      return 'the cluster has none';
    case 'spread':
      return `the rules for spreading pods rule out ${some}`;
    case 'affinity':
      return `its node selector rules out ${some}`;
    default:
      return 'the scheduler found none';
  }
}

/** What a check got for an answer, to follow a colon; empty when that cannot be told in a few words. */
function answer(facts: Facts): string {
  switch (facts.answer) {
    case 'status':
      return `HTTP ${facts.status}`;
    case 'refused':
      return 'nothing listens';
    case 'reset':
      return 'the connection was cut';
    case 'timeout':
      return 'no answer in time';
    case 'no-route':
      return 'no way to the pod';
    case 'unhealthy':
      return 'it says that it is not serving';
    default:
      return '';
  }
}

function eviction(facts: Facts): string {
  switch (facts.cause) {
    case 'shutdown':
      return 'thrown off the node: it was shut down';
    case 'preempted':
      return 'thrown off the node: a pod that the node itself needs took the room';
    case 'disk':
      return 'thrown off the node: it wrote more to the disk than it may';
    case 'full':
      return `turned away by the node: it is out of ${facts.resource}`;
    case 'refused':
      return 'turned away by the node';
    default:
      return `thrown off the node: it ran low on ${
        facts.resource ?? 'resources'
      }`;
  }
}

function quota(facts: Facts): string {
  const resource = facts.resource === undefined ? '' : ` for ${facts.resource}`;
  return facts.cause === 'unspecified'
    ? `quota ${facts.quota} asks for ${facts.resource} to be stated`
    : `quota ${facts.quota} is used up${resource}`;
}

function refusal(facts: Facts): string {
  switch (facts.cause) {
    case 'silent':
      return `webhook ${facts.policy}, which is asked first, does not answer`;
    case 'bounds':
      return facts.asked === undefined
        ? `the namespace bounds ${facts.resource} at ${facts.bound}`
        : `the namespace bounds ${facts.resource} at ${facts.bound}, ${facts.asked} is asked`;
    default:
      return `refused by ${facts.policy ?? 'a policy of the cluster'}`;
  }
}

function within(facts: Facts): string {
  const seconds = Number(facts.seconds);
  if (facts.seconds === undefined) {
    return '';
  }
  return seconds % 60 === 0 ? ` in ${seconds / 60} min` : ` in ${seconds} s`;
}

/** The halves of the sentences that say why, each from the facts that its rule gave. */
export const causeWords = {
  memory,
  end,
  jobEnd,
  pull,
  missing,
  start,
  volume,
  nodes,
  answer,
  eviction,
  quota,
  refusal,
  within,
} as const;
