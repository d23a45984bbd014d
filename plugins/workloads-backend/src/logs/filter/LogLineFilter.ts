import {
  LogCondition,
  LogFilter,
  LogLevel,
} from '@domaindeck/backstage-plugin-workloads-common';
import { compilePattern } from './compilePattern';

type Test = (line: string) => boolean;

/**
 * Which lines are shown. Only the part of a line that is shown is searched: 64 KiB, so that a filter costs a bounded
 * time whatever a container writes.
 */
export class LogLineFilter {
  readonly #include: readonly Test[];
  readonly #exclude: readonly Test[];
  readonly #levels?: ReadonlySet<LogLevel>;

  /** @throws InputError naming the condition and the position when an expression is wrong */
  static create(
    filter: Pick<LogFilter, 'include' | 'exclude' | 'levels'>,
  ): LogLineFilter {
    return new LogLineFilter(
      (filter.include ?? []).map((condition, index) =>
        compile(condition, `include[${index}]`),
      ),
      (filter.exclude ?? []).map((condition, index) =>
        compile(condition, `exclude[${index}]`),
      ),
      filter.levels ? new Set(filter.levels) : undefined,
    );
  }

  private constructor(
    include: readonly Test[],
    exclude: readonly Test[],
    levels: ReadonlySet<LogLevel> | undefined,
  ) {
    this.#include = include;
    this.#exclude = exclude;
    this.#levels = levels;
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

function compile(condition: LogCondition, field: string): Test {
  const { text, regex = false, caseSensitive = false } = condition;
  if (regex) {
    const pattern = compilePattern(text, { caseSensitive, field });
    return line => pattern.test(line);
  }
  if (caseSensitive) {
    return line => line.includes(text);
  }
  const lower = text.toLowerCase();
  return line => line.toLowerCase().includes(lower);
}
