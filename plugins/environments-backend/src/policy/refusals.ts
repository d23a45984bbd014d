import { EnvironmentWarning } from '@domaindeck/backstage-plugin-environments-common';
import { freeName } from './freeName';
import { warningOf } from './warningOf';

const COUNTS = {
  person: 'You have {used} of {limit} environments.',
  group: 'Your group has {used} of {limit} environments.',
  domain: 'The domain has {used} of {limit} environments.',
};

/** The count of somebody is used up. */
export function countReached(
  whose: keyof typeof COUNTS,
  used: number,
  limit: number,
): EnvironmentWarning {
  return warningOf(
    `quota-${whose}`,
    'block',
    COUNTS[whose],
    { used, limit },
    { action: 'end-environment' },
  );
}

/** @param taken - names that there are, so that a free one is offered */
export function nameTaken(
  name: string,
  taken: readonly string[],
): EnvironmentWarning {
  return warningOf(
    'name-taken',
    'block',
    'There is an environment {name} already.',
    { name },
    { action: 'rename', value: freeName(name, taken) },
  );
}

/** The cluster has a namespace of this name that belongs to something else. */
export function namespaceTaken(
  namespace: string,
  name: string,
  taken: readonly string[],
): EnvironmentWarning {
  return warningOf(
    'namespace-taken',
    'block',
    'The cluster has a place called {namespace} that is not of this environment.',
    { namespace },
    { action: 'rename', value: freeName(name, taken) },
  );
}
