import { useCallback } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SpecificationProblem } from '@domaindeck/backstage-plugin-environments-common';
import { environmentsTranslationRef } from '../../translation';

const KNOWN = [
  'name-empty',
  'name-too-long',
  'name-characters',
  'name-reserved',
] as const;

/** Says what is wrong with a field; what has no words of its own is said as the check says it, with its place. */
export function useProblemText(): (problem: SpecificationProblem) => string {
  const { t } = useTranslationRef(environmentsTranslationRef);
  return useCallback(
    ({ code, path, message }: SpecificationProblem) => {
      const known = KNOWN.find(one => one === code);
      return known ? t(`form.name.problem.${known}`) : `${path}: ${message}`;
    },
    [t],
  );
}
