import {
  LogCondition,
  LogLevel,
  LogLevelReader,
} from '@domaindeck/backstage-plugin-workloads-common';
import { LogHistoryQuery } from '@domaindeck/backstage-plugin-workloads-node';
import { RE2JS } from 're2js';

/** Tells the level of each line of one run, and whether the line is asked for. */
export class LineTest {
  readonly #levels = LogLevelReader.create();
  readonly #wanted?: ReadonlySet<LogLevel>;
  readonly #include: readonly ((text: string) => boolean)[];
  readonly #exclude: readonly ((text: string) => boolean)[];

  static of(
    query: Pick<LogHistoryQuery, 'include' | 'exclude' | 'levels'>,
  ): LineTest {
    return new LineTest(query);
  }

  private constructor(
    query: Pick<LogHistoryQuery, 'include' | 'exclude' | 'levels'>,
  ) {
    this.#include = query.include.map(compile);
    this.#exclude = query.exclude.map(compile);
    this.#wanted = query.levels && new Set(query.levels);
  }

  /** @returns undefined for a line that is not asked for */
  read(text: string): LogLevel | undefined {
    const level = this.#levels.read(text);
    const matches =
      (this.#wanted?.has(level) ?? true) &&
      this.#include.every(test => test(text)) &&
      !this.#exclude.some(test => test(text));
    return matches ? level : undefined;
  }
}

function compile(condition: LogCondition): (text: string) => boolean {
  const { text, regex = false, caseSensitive = false } = condition;
  if (regex) {
    const pattern = RE2JS.compile(
      text,
      caseSensitive ? 0 : RE2JS.CASE_INSENSITIVE,
    );
    return line => pattern.test(line);
  }
  if (caseSensitive) {
    return line => line.includes(text);
  }
  const lower = text.toLowerCase();
  return line => line.toLowerCase().includes(lower);
}
