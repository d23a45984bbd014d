/**
 * Fields whose values repeat from row to row. Names, uids, versions and messages do not, and would only fill the table.
 */
const REPEATING = new Set([
  'namespace',
  'node',
  'image',
  'tag',
  'container',
  'kind',
  'phase',
  'type',
  'status',
  'reason',
  'role',
  'state',
  'kubeletVersion',
  'source',
]);

/** Room for the images and nodes of 100,000 pods; starting over costs a second copy of each, nothing else. */
const MAX_STRINGS = 20_000;

/** Keeps one copy of each string that rows repeat: parsing makes a new one each time. */
export class RowInterner {
  readonly #strings = new Map<string, string>();

  static create(): RowInterner {
    return new RowInterner();
  }

  private constructor() {}

  /** Replaces strings inside a row that was just made and is not yet shared. */
  intern<T extends object>(row: T): T {
    this.#visit(row as Record<string, unknown>, false);
    return row;
  }

  #visit(fields: Record<string, unknown>, all: boolean): void {
    for (const key of Object.keys(fields)) {
      const value = fields[key];
      if (typeof value === 'string') {
        if (all || REPEATING.has(key)) {
          fields[key] = this.#one(value);
        }
      } else if (typeof value === 'object' && value !== null) {
        this.#visit(value as Record<string, unknown>, key === 'labels');
      }
    }
  }

  #one(text: string): string {
    const held = this.#strings.get(text);
    if (held !== undefined) {
      return held;
    }
    if (this.#strings.size >= MAX_STRINGS) {
      this.#strings.clear();
    }
    this.#strings.set(text, text);
    return text;
  }
}
