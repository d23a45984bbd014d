import { mockServices } from '@backstage/backend-test-utils';

/** A log of the portal that keeps what it is told. */
export class RecordedLog {
  readonly lines: string[] = [];
  readonly logger: ReturnType<typeof mockServices.rootLogger.mock>;

  static create(): RecordedLog {
    return new RecordedLog();
  }

  private constructor() {
    const logger = mockServices.rootLogger.mock({
      debug: this.#keep('debug'),
      info: this.#keep('info'),
      warn: this.#keep('warn'),
      error: this.#keep('error'),
      child: () => logger,
    });
    this.logger = logger;
  }

  #keep(level: string) {
    return (message: string, meta?: unknown): void => {
      const detail =
        meta instanceof Error ? meta.stack : JSON.stringify(meta ?? {});
      this.lines.push(`${level} ${message} ${detail}`);
    };
  }
}
