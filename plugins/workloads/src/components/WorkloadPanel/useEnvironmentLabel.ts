import { useCallback } from 'react';
import { useTierLabel } from '@domaindeck/backstage-plugin-workloads-react';
import { EnvironmentChoice } from './model/environmentChoices';

/** The name of an environment: its tier, and what tells it from others of the same tier. */
export function useEnvironmentLabel(): (choice: EnvironmentChoice) => string {
  const tierLabel = useTierLabel();
  return useCallback(
    choice =>
      [
        tierLabel(choice.environment.tier, choice.environment.cluster),
        choice.suffix,
      ]
        .filter(Boolean)
        .join(' '),
    [tierLabel],
  );
}
