import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Problem,
  Workload,
} from '@domaindeck/backstage-plugin-workloads-common';
import { workloadsReactTranslationRef } from '../translation';
import { factsOf, problemFacts, ProblemSentence } from './problemFacts';

/**
 * Words for what is wrong, in the reader's language.
 * @public
 */
export interface ProblemText {
  /** One sentence: the translation of the code when its facts are there, else the server's own sentence. */
  sentence(problem: Problem): string;
  /** Three to five words on what goes on with a workload; undefined where its state says it all. */
  reason(workload: Workload): string | undefined;
}

/**
 * Gives the texts that hang on `problems[].code`.
 * @public
 */
export function useProblemText(): ProblemText {
  const { t } = useTranslationRef(workloadsReactTranslationRef);
  return useMemo(() => {
    const textOf = (problem: Problem) =>
      problem.code in problemFacts
        ? problemFacts[problem.code as keyof typeof problemFacts]
        : undefined;
    return {
      sentence(problem) {
        const facts = factsOf(problem);
        const sentences: readonly ProblemSentence[] =
          textOf(problem)?.sentences ?? [];
        const fitting = sentences.find(
          ({ needs, cause }) =>
            (cause === undefined || cause === facts.cause) &&
            needs.every(name => name in facts),
        );
        return fitting
          ? t(fitting.key, { ...facts, message: problem.message })
          : problem.message;
      },
      reason(workload) {
        const [worst] = workload.problems;
        if (worst) {
          const text = textOf(worst);
          return text ? t(text.reason) : workload.reason ?? worst.message;
        }
        switch (workload.health) {
          case 'healthy':
            return undefined;
          case 'progressing': {
            const { desired, ready, updated } = workload.replicas;
            const left = desired - Math.min(ready, updated);
            return left > 0
              ? t('reason.rollingOut', { n: String(left) })
              : t('state.progressing');
          }
          case 'suspended':
            return t('state.suspended');
          default:
            return workload.reason;
        }
      },
    };
  }, [t]);
}
