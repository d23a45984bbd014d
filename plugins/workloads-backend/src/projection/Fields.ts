import { maskSecretText } from '@domaindeck/backstage-plugin-workloads-common';

/** Longest text that is kept of a cluster's message; a kubelet's termination message may have 4 KiB. */
const MESSAGE_LIMIT = 1024;

const TIME =
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Reads an object of unknown shape without ever throwing: what is missing or of another type than asked for is absent.
 * API servers of other versions, webhooks and custom controllers write fields that the documentation rules out.
 */
export class Fields {
  readonly #values: Record<string, unknown>;

  private constructor(values: Record<string, unknown>) {
    this.#values = values;
  }

  static of(value: unknown): Fields {
    return new Fields(isRecord(value) ? value : {});
  }

  has(key: string): boolean {
    return isRecord(this.#values[key]);
  }

  /** The object at a key; an empty one when there is none. */
  at(key: string): Fields {
    return Fields.of(this.#values[key]);
  }

  /** The objects of a list; whatever else the list holds is left out. */
  list(key: string): Fields[] {
    const value = this.#values[key];
    return Array.isArray(value)
      ? value.filter(isRecord).map(item => new Fields(item))
      : [];
  }

  listLength(key: string): number {
    const value = this.#values[key];
    return Array.isArray(value) ? value.length : 0;
  }

  /** A text that is not empty. */
  text(key: string): string | undefined {
    const value = this.#values[key];
    return typeof value === 'string' && value !== '' ? value : undefined;
  }

  /**
   * A text made by a machine for people, cut at {@link MESSAGE_LIMIT} characters. Programs tell their secrets when they
   * die, so what looks like one is masked before it is kept.
   */
  message(key: string): string | undefined {
    const value = this.text(key);
    const cut =
      value && value.length > MESSAGE_LIMIT
        ? `${value.slice(0, MESSAGE_LIMIT)}…`
        : value;
    return cut && maskSecretText(cut);
  }

  /** A text or number as text, for quantities. */
  quantity(key: string): string | undefined {
    const value = this.#values[key];
    return typeof value === 'number' ? String(value) : this.text(key);
  }

  integer(key: string): number | undefined {
    const value = this.#values[key];
    return Number.isSafeInteger(value) ? (value as number) : undefined;
  }

  /** A whole number from 0 on. */
  count(key: string): number | undefined {
    const value = this.integer(key);
    return value !== undefined && value >= 0 ? value : undefined;
  }

  flag(key: string): boolean {
    return this.#values[key] === true;
  }

  /** A time in RFC 3339 UTC, as it was written; one with an offset is brought to UTC. */
  time(key: string): string | undefined {
    const value = this.text(key);
    if (!value || !TIME.test(value) || Number.isNaN(Date.parse(value))) {
      return undefined;
    }
    return value.endsWith('Z') ? value : new Date(value).toISOString();
  }

  /** The entries whose values are texts, such as labels. */
  texts(
    key: string,
    wanted?: (name: string) => boolean,
  ): Record<string, string> {
    const value = this.#values[key];
    const entries = isRecord(value) ? Object.entries(value) : [];
    return Object.fromEntries(
      entries.filter(
        (entry): entry is [string, string] =>
          typeof entry[1] === 'string' && (!wanted || wanted(entry[0])),
      ),
    );
  }
}
