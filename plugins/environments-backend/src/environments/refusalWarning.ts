import { EnvironmentWarning } from '@domaindeck/backstage-plugin-environments-common';
import { freeName, warningOf } from '../policy';
import { CreateRefusal } from '../store/types';

/** Why the store made nothing, in the words of a plan: somebody else was quicker. */
export function refusalWarning(
  refusal: CreateRefusal,
  name: string,
  namespace: string,
): EnvironmentWarning {
  switch (refusal.refused) {
    case 'name-taken':
      return warningOf(
        'name-taken',
        'block',
        'There is an environment {name} already.',
        { name },
        { action: 'rename', value: freeName(name, [name]) },
      );
    case 'namespace-taken':
      return warningOf(
        'namespace-taken',
        'block',
        'The cluster has a place called {namespace} that is not of this environment.',
        { namespace },
        { action: 'rename', value: freeName(name, [name]) },
      );
    default: {
      const sentences = {
        'quota-person': 'You have {used} of {limit} environments.',
        'quota-group': 'Your group has {used} of {limit} environments.',
        'quota-domain': 'The domain has {used} of {limit} environments.',
      };
      const { used, limit } = refusal;
      return warningOf(
        refusal.refused,
        'block',
        sentences[refusal.refused],
        { used, limit },
        { action: 'end-environment' },
      );
    }
  }
}
