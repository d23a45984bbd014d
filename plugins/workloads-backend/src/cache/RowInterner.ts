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

/** Fields that hold a time: much of a pod happens in the same second, and with a rollout in those of other pods. */
const TIMES = new Set(['since', 'startedAt', 'createdAt', 'endedAt', 'at']);

/** Room for the images and nodes of 100,000 pods; starting over costs a second copy of each, nothing else. */
const MAX_STRINGS = 20_000;
/** Rows come in the order of their names, so that the pods of a rollout come soon after each other. */
const MAX_TIMES = 1_000;
/** Room for the owners and labels of the pods of as many ReplicaSets. */
const MAX_OBJECTS = 20_000;

/**
 * Keeps one copy of each string that rows repeat, and of the labels and owners that the pods of a workload have in
 * common: parsing makes new ones each time.
 */
export class RowInterner {
  readonly #strings = new Map<string, string>();
  readonly #times = new Map<string, string>();
  readonly #objects = new Map<string, object>();

  static create(): RowInterner {
    return new RowInterner();
  }

  private constructor() {}

  /** Replaces strings and objects inside a row that was just made and is not yet shared. */
  intern<T extends object>(row: T): T {
    this.#visit(row as Record<string, unknown>, false);
    return row;
  }

  #visit(fields: Record<string, unknown>, all: boolean): void {
    for (const key of Object.keys(fields)) {
      const value = fields[key];
      if (typeof value === 'string') {
        if (all || REPEATING.has(key)) {
          fields[key] = one(this.#strings, MAX_STRINGS, value, value);
        } else if (TIMES.has(key)) {
          fields[key] = one(this.#times, MAX_TIMES, value, value);
        }
      } else if (typeof value === 'object' && value !== null) {
        const isLabels = key === 'labels';
        this.#visit(value as Record<string, unknown>, isLabels);
        if (isLabels || key === 'owner') {
          fields[key] = this.#object(value as Record<string, unknown>);
        }
      }
    }
  }

  /** The copy of an object whose values are texts. Nobody changes a row, so that rows may share it. */
  #object(value: Record<string, unknown>): object {
    return one(this.#objects, MAX_OBJECTS, JSON.stringify(value), value);
  }
}

function one<T>(
  known: Map<string, T>,
  capacity: number,
  key: string,
  value: T,
): T {
  const held = known.get(key);
  if (held !== undefined) {
    return held;
  }
  if (known.size >= capacity) {
    known.clear();
  }
  known.set(key, value);
  return value;
}
