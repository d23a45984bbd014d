import { at } from '../objects';
import { PlanContext } from './context';
import { portsOf, sanitizeObject } from './sanitize';
import { Closure } from './traverse';
import { Snapshot } from './types';

/** The baseline as it was cloned: sanitized and before anything of the environment was put in. Holds no Secret. */
export function snapshotOf(context: PlanContext, closure: Closure): Snapshot {
  const services = context.index.services.filter(service =>
    context.ownNames.has(service.metadata.name),
  );
  return {
    objects: [
      ...context.own.map(service => service.workload),
      ...services,
      ...closure.needed.map(one => one.object),
    ].map(sanitizeObject),
    services: Object.fromEntries(
      context.index.services.map(service => [
        service.metadata.name,
        portsOf(service.spec).map(
          port => `${at(port, 'port')}/${at(port, 'protocol')}`,
        ),
      ]),
    ),
  };
}
