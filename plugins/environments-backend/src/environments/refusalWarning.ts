import { EnvironmentWarning } from '@domaindeck/backstage-plugin-environments-common';
import { countReached, namespaceTaken, nameTaken } from '../policy';
import { CreateRefusal } from '../store/types';

const WHOSE = {
  'quota-person': 'person',
  'quota-group': 'group',
  'quota-domain': 'domain',
} as const;

/** Why the store made nothing, in the words of a plan: somebody else was quicker. */
export function refusalWarning(
  refusal: CreateRefusal,
  name: string,
  namespace: string,
): EnvironmentWarning {
  switch (refusal.refused) {
    case 'name-taken':
      return nameTaken(name, [name]);
    case 'namespace-taken':
      return namespaceTaken(namespace, name, [name]);
    default:
      return countReached(WHOSE[refusal.refused], refusal.used, refusal.limit);
  }
}
