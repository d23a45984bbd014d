import { LoggerService } from '@backstage/backend-plugin-api';

/** A logger that keeps warnings and errors for a test to look at. */
export class RecordingLogger implements LoggerService {
  readonly warnings: string[] = [];
  readonly errors: string[] = [];

  static create(): RecordingLogger {
    return new RecordingLogger();
  }

  private constructor() {}

  error(message: string): void {
    this.errors.push(message);
  }

  warn(message: string): void {
    this.warnings.push(message);
  }

  info(): void {}

  debug(): void {}

  child(): LoggerService {
    return this;
  }
}
