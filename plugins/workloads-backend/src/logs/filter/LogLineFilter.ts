import { InputError } from '@backstage/errors';
import {
  LogCondition,
  LogFilter,
  LogLevel,
} from '@domaindeck/backstage-plugin-workloads-common';
import { compilePattern } from './compilePattern';

type Test = (line: string) => boolean;

/**
 * Steps that the expressions of a filter may come to, all together. RE2 needs some 25 ns for each step and character of
 * a line at worst, so that a line of 64 KiB takes seconds at this size; without a bound it took minutes, and everybody
 * else in the process waited.
 */
const MOST_STEPS = 1_000;

/**
 * Which lines are shown. Only the part of a line that is shown is searched: 64 KiB, so that a filter costs a bounded
 * time whatever a container writes.
 */
export class LogLineFilter {
  readonly #include: readonly Test[];
  readonly #exclude: readonly Test[];
  readonly #levels?: ReadonlySet<LogLevel>;
  /** Whether it has expressions, which may take long for a long line. */
  readonly takesTime: boolean;

  /** @throws InputError naming the condition when an expression is wrong, with the position, or too large */
  static create(
    filter: Pick<LogFilter, 'include' | 'exclude' | 'levels'>,
  ): LogLineFilter {
    const budget = { steps: MOST_STEPS };
    return new LogLineFilter(
      (filter.include ?? []).map((condition, index) =>
        compile(condition, `include[${index}]`, budget),
      ),
      (filter.exclude ?? []).map((condition, index) =>
        compile(condition, `exclude[${index}]`, budget),
      ),
      filter.levels ? new Set(filter.levels) : undefined,
      budget.steps < MOST_STEPS,
    );
  }

  private constructor(
    include: readonly Test[],
    exclude: readonly Test[],
    levels: ReadonlySet<LogLevel> | undefined,
    takesTime: boolean,
  ) {
    this.#include = include;
    this.#exclude = exclude;
    this.#levels = levels;
    this.takesTime = takesTime;
  }

  matchesText(line: string): boolean {
    return (
      this.#include.every(test => test(line)) &&
      !this.#exclude.some(test => test(line))
    );
  }

  hasLevel(level: LogLevel): boolean {
    return this.#levels?.has(level) ?? true;
  }
}

function compile(
  condition: LogCondition,
  field: string,
  budget: { steps: number },
): Test {
  const { text, regex = false, caseSensitive = false } = condition;
  if (regex) {
    const pattern = compilePattern(text, { caseSensitive, field });
    budget.steps -= pattern.programSize();
    if (budget.steps < 0) {
      throw new InputError(
        `${field}: with the expression "${text}" the filter takes too long for a long line; repeat less, or leave something out`,
      );
    }
    return line => pattern.test(line);
  }
  if (caseSensitive) {
    return line => line.includes(text);
  }
  const lower = text.toLowerCase();
  return line => line.toLowerCase().includes(lower);
}
