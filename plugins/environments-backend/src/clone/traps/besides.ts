import { EnvironmentWarning } from '@domaindeck/backstage-plugin-environments-common';
import { warningOf } from '../../policy';
import { OwnService, PlanContext } from '../context';

/** A command that waits for something in the cluster; it is looked for step by step, so that no length costs much. */
const WAITS = /\bkubectl\b[^\n;|&]{0,200}?\b(?:wait|get|logs)\b([^\n;|&]*)/g;
/** The name of a job among its words. */
const JOB = /\bjobs?[/ ]([a-z0-9][a-z0-9.-]*)/g;

/**
 * What a service needs beside it that is no object of its pod: a job that it waits for, since jobs of the baseline are not
 * run a second time, and the building blocks of Dapr, which every namespace has for itself.
 */
export function besideTraps(context: PlanContext): EnvironmentWarning[] {
  const jobs = new Map<string, string[]>();
  for (const service of context.own) {
    for (const job of new Set(jobsOf(service))) {
      jobs.set(job, [...(jobs.get(job) ?? []), service.name]);
    }
  }
  const blocks = context.own
    .filter(
      service =>
        service.template.metadata?.annotations?.['dapr.io/enabled'] === 'true',
    )
    .map(service => service.name);
  return [
    ...[...jobs].map(([name, services]) => missed('Job', name, services)),
    ...(blocks.length > 0 ? [missed('Component', 'dapr.io', blocks)] : []),
  ];
}

function missed(
  kind: string,
  name: string,
  services: readonly string[],
): EnvironmentWarning {
  return warningOf(
    'custom-resource',
    'caution',
    '{kind} {name} of {services} is not taken along.',
    { services, kind, name },
  );
}

function jobsOf(service: OwnService): string[] {
  const { initContainers = [], containers } = service.template.spec;
  const waiting = [...initContainers, ...containers].flatMap(container => {
    const words = container.args ?? container.command ?? [];
    const at = words.indexOf('job');
    return /k8s-wait-for/.test(container.image ?? '') &&
      at >= 0 &&
      words[at + 1]
      ? [words[at + 1]]
      : [];
  });
  const commanded = service.settings
    .filter(setting => setting.from === 'argument')
    .flatMap(({ value = '' }) => [...value.matchAll(WAITS)])
    .flatMap(([, words]) => [...words.matchAll(JOB)])
    .map(match => match[1]);
  return [...waiting, ...commanded];
}
