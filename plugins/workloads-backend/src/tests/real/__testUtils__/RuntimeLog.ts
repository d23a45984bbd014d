import { appendFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { logTimeOf } from '@domaindeck/backstage-plugin-workloads-common';

/** The file of a container's log as its runtime writes it. */
export class RuntimeLog {
  readonly file: string;
  /** Every line that was ever written, as it is shown. */
  readonly written: string[] = [];
  #count = 0;

  static create(file: string): RuntimeLog {
    return new RuntimeLog(file);
  }

  private constructor(file: string) {
    this.file = file;
    writeFileSync(file, '');
  }

  /** Writes lines of now, many of the same millisecond. */
  write(count: number, say: string): void {
    const at = logTimeOf(Date.now()).slice(0, 23);
    const lines = Array.from({ length: count }, () => {
      this.#count += 1;
      const time = `${at}${String(this.#count).padStart(6, '0')}Z`;
      const text = `${basename(this.file)} ${say} ${this.#count}`;
      this.written.push(`${time} ${text}`);
      return `${time} stdout F ${text}\n`;
    });
    appendFileSync(this.file, lines.join(''));
  }
}
