import { detectLogLevel, isLogContinuation } from './detectLogLevel';
import { LogLevel } from './types';

/**
 * Gives every line of one source a level: a line that goes on with the one before has the same, and one that states
 * none counts as info.
 * @public
 */
export class LogLevelReader {
  #last: LogLevel = 'info';

  static create(): LogLevelReader {
    return new LogLevelReader();
  }

  private constructor() {}

  read(line: string): LogLevel {
    if (!isLogContinuation(line)) {
      this.#last = detectLogLevel(line) ?? 'info';
    }
    return this.#last;
  }
}
