import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Problem,
  ProblemCode,
  Workload,
} from '@domaindeck/backstage-plugin-workloads-common';
import { workloadsReactTranslationRef } from '../translation';
import { factsOf } from './factsOf';
import { problemReasons, stateReasons } from './problemReasons';
import { problemSentences } from './problemSentences';
import { problemSteps } from './problemSteps';
import { fittingText, TextRule } from './TextRule';

/** The keys of the texts for what is counted, by the cluster's words for it. */
const RESOURCES: ReadonlyMap<string, string> = new Map([
  ['cpu', 'cpu'],
  ['memory', 'memory'],
  ['pods', 'pods'],
  ['ephemeral-storage', 'ephemeralStorage'],
]);

/** The keys of the texts for what a check got, by the backend's words for it. */
const ANSWERS: ReadonlyMap<string, string> = new Map([
  ['status', 'status'],
  ['refused', 'refused'],
  ['reset', 'reset'],
  ['timeout', 'timeout'],
  ['no-route', 'noRoute'],
  ['unhealthy', 'unhealthy'],
]);

/**
 * Words for what is wrong, in the reader's language.
 * @public
 */
export interface ProblemText {
  /** One sentence: the translation of the code when its facts are there, else the server's own sentence. */
  sentence(problem: Problem): string;
  /** What a person may do next, in one sentence without a full stop; undefined for a code that is not known. */
  step(problem: Problem): string | undefined;
  /** Three to five words on what goes on with a workload; undefined where its state says it all. */
  reason(workload: Workload): string | undefined;
}

type Facts = Readonly<Record<string, string>>;

/**
 * Gives the texts that hang on `problems[].code` and on `reasonCause`.
 * @public
 */
export function useProblemText(): ProblemText {
  const { t } = useTranslationRef(workloadsReactTranslationRef);
  return useMemo(() => {
    // Which facts a text takes is held against its places by a test; in English it is the backend's own sentence.
    const say = t as unknown as (
      key: TextRule['key'] | `answer.${string}` | `resource.${string}`,
      params: Facts,
    ) => string;
    const why = (facts: Facts) =>
      facts.answer === undefined || !ANSWERS.has(facts.answer)
        ? ''
        : say(`answer.${ANSWERS.get(facts.answer)}`, facts);
    const resource = (facts: Facts): Facts => {
      const known = RESOURCES.get(facts.resource ?? '');
      return known ? { resource: say(`resource.${known}`, {}) } : {};
    };
    const textOf = (
      rules: Readonly<Record<ProblemCode, readonly TextRule[]>>,
      code: string,
      facts: Facts,
      message: string,
    ) => {
      const key = Object.hasOwn(rules, code)
        ? fittingText(rules[code as ProblemCode], facts)
        : undefined;
      return (
        key &&
        say(key, { ...facts, ...resource(facts), message, why: why(facts) })
      );
    };
    return {
      sentence: problem =>
        textOf(
          problemSentences,
          problem.code,
          factsOf(problem),
          problem.message,
        ) ?? problem.message,
      step: problem =>
        textOf(problemSteps, problem.code, factsOf(problem), problem.message),
      reason({ health, reason, reasonCause, problems }) {
        const [kind, code = ''] = reasonCause?.code.split('.') ?? [];
        const facts = reasonCause?.params ?? {};
        if (kind === 'state' && Object.hasOwn(stateReasons, code)) {
          return say(stateReasons[code], { ...facts, message: reason ?? '' });
        }
        const [worst] = problems;
        if (kind === 'problem') {
          return textOf(problemReasons, code, facts, reason ?? '') ?? reason;
        }
        if (health === 'healthy' || !worst) {
          return reason;
        }
        const words = reason ?? worst.message;
        return (
          textOf(problemReasons, worst.code, factsOf(worst), words) ?? words
        );
      },
    };
  }, [t]);
}
