import { Workload } from '@domaindeck/backstage-plugin-workloads-common';

/** Letters of the ends of names that Kubernetes makes up. */
const MADE_UP = '[a-z0-9]';

/**
 * An expression in RE2 syntax for the names that the pods of a workload have or had. A store knows pods by name only;
 * the end of the name is what the workload's kind makes it.
 */
export function podPattern(workload: Pick<Workload, 'kind' | 'name'>): string {
  const name = quotePattern(workload.name);
  switch (workload.kind) {
    case 'Pod':
      return name;
    case 'StatefulSet':
      return `${name}-[0-9]+`;
    case 'Deployment':
      return `${name}-${MADE_UP}{1,10}-${MADE_UP}{5}`;
    case 'CronJob':
      return `${name}-[0-9]+-${MADE_UP}{5}`;
    default:
      return `${name}-${MADE_UP}{5}`;
  }
}

/** A text as an expression for just this text. */
export function quotePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
