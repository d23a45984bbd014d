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
      return 'a volume claim has no volume yet';
    default:
      return `${name} cannot be mounted`;
  }
}

function amount(facts: Facts): string {
  const asked = Number(facts.asked);
  const text =
    facts.resource === 'memory'
      ? formatMemory(asked)
      : `${Number(asked.toFixed(3))} ${asked === 1 ? 'core' : 'cores'}`;
  return facts.asked === undefined ? '' : ` for the ${text} that a pod asks`;
}

function nodes(facts: Facts): string {
  const some = `${facts.nodes} of ${facts.nodesTotal} nodes`;
  const one = facts.nodes === 1;
  switch (facts.cause) {
    case 'insufficient': {
      const resource = facts.resource === 'cpu' ? 'CPU' : facts.resource;
      return resource === 'pods'
        ? `${some} ${one ? 'is' : 'are'} full`
        : `${some} ${one ? 'has' : 'have'} too little ${resource}${amount(
            facts,
          )}`;
    }
    case 'taint':
      return `${some} ${one ? 'is' : 'are'} kept for other work`;
    case 'cordoned':
      return `${some} ${one ? 'is' : 'are'} closed for maintenance`;
    case 'spread':
      return `the rules for spreading pods rule out ${some}`;
    case 'affinity':
      return `its node selector rules out ${some}`;
    default:
      return 'the scheduler found none';
  }
}

function quota(facts: Facts): string {
  const resource = facts.resource === undefined ? '' : ` for ${facts.resource}`;
  return facts.cause === 'unspecified'
    ? `quota ${facts.quota} asks for ${facts.resource} to be stated`
    : `quota ${facts.quota} is used up${resource}`;
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
  quota,
  within,
} as const;
