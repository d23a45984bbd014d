import {
  problemMessages,
  reasonMessages,
  stepMessages,
} from '../translation/problems';

/** When a text fits, and what it needs. */
export interface TextRule {
  readonly key:
    | `reason.${keyof typeof reasonMessages}`
    | `problem.${keyof typeof problemMessages}`
    | `step.${keyof typeof stepMessages}`;
  /** Facts that have these values. */
  readonly when?: Readonly<Record<string, string>>;
  /** Facts that are there at all. */
  readonly needs?: readonly string[];
}

/** The first of the rules that fits the facts. */
export function fittingText(
  rules: readonly TextRule[],
  facts: Readonly<Record<string, string>>,
): TextRule['key'] | undefined {
  return rules.find(
    ({ when = {}, needs = [] }) =>
      Object.entries(when).every(([name, value]) => facts[name] === value) &&
      needs.every(name => Object.hasOwn(facts, name)),
  )?.key;
}
