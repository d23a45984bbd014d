import { SpecificationProblem } from '../model';

/** Whether a value is an object with named fields. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Collects mistakes, each with its place. */
export class Problems {
  readonly all: SpecificationProblem[] = [];

  add(path: string, code: string, message: string): void {
    this.all.push({ path, code, message });
  }

  /** A text that is not empty. */
  text(path: string, value: unknown): void {
    if (value === undefined) {
      this.add(path, 'missing', `"${path}" is missing.`);
    } else if (typeof value !== 'string') {
      this.add(path, 'not-a-text', `"${path}" is not a text.`);
    } else if (value.trim() === '' && path !== 'name') {
      this.add(path, 'empty', `"${path}" is empty.`);
    }
  }

  unknownFields(
    path: string,
    value: Record<string, unknown>,
    known: readonly string[],
  ): void {
    for (const field of Object.keys(value)) {
      if (!known.includes(field)) {
        const place = path ? `${path}.${field}` : field;
        this.add(
          place,
          'unknown-field',
          `"${field}" is not known; known are ${known.join(', ')}.`,
        );
      }
    }
  }

  list(
    path: string,
    value: unknown,
    each: (path: string, one: unknown) => void,
  ): void {
    if (!Array.isArray(value)) {
      this.add(path, 'not-a-list', `"${path}" is not a list.`);
      return;
    }
    value.forEach((one, index) => each(`${path}[${index}]`, one));
  }

  /** A map by name, which may be absent. */
  map(
    path: string,
    value: unknown,
    each: (path: string, one: unknown) => void,
  ): void {
    if (value === undefined) {
      return;
    }
    if (!isRecord(value)) {
      this.add(path, 'not-an-object', `"${path}" is not a map by name.`);
      return;
    }
    for (const [name, one] of Object.entries(value)) {
      each(`${path}.${name}`, one);
    }
  }
}
