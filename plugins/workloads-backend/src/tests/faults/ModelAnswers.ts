import { Chance } from './Chance';
import { ModelBody } from './ModelBody';

/** How a server answers; `hangs` says nothing, `resets` breaks the connection, `refuses` takes none. */
export type ModelAnswer =
  | {
      readonly kind: 'response';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: ModelBody;
      /** Whether the body comes to a halt without an end. */
      readonly stalls?: boolean;
    }
  | { readonly kind: 'hangs' | 'resets' | 'refuses' };

/** Writes the answers of a model server, dated by its own clock. */
export class ModelAnswers {
  readonly #now: () => number;
  readonly #chance: Chance;

  static create(now: () => number, chance: Chance): ModelAnswers {
    return new ModelAnswers(now, chance);
  }

  private constructor(now: () => number, chance: Chance) {
    this.#now = now;
    this.#chance = chance;
  }

  /** What a server says of itself at `/readyz`, `/version` and `/apis`. */
  ofItself(resource: string): ModelAnswer {
    switch (resource) {
      case 'readyz':
        return this.respond(200, 'ok');
      case 'version':
        return this.respond(200, '{"gitVersion":"v1.36.3"}');
      default:
        return this.respond(200, '{"groups":[]}');
    }
  }

  /** A Status as API servers write it. */
  status(
    code: number,
    message: string,
    fields?: {
      readonly retryAfter?: string;
      readonly [field: string]: unknown;
    },
  ): ModelAnswer {
    const { retryAfter, ...rest } = fields ?? {};
    return this.respond(
      code,
      JSON.stringify({ kind: 'Status', code, message, ...rest }),
      retryAfter === undefined ? {} : { 'retry-after': retryAfter },
    );
  }

  /** A whole body, in two pieces. */
  respond(
    status: number,
    text: string,
    headers: Readonly<Record<string, string>> = {},
  ): ModelAnswer {
    const bytes = Buffer.from(text);
    const cut = this.#chance.below(bytes.length);
    const body = ModelBody.create();
    body.push(bytes.subarray(0, cut));
    body.push(bytes.subarray(cut));
    body.end();
    return this.head(status, body, headers);
  }

  head(
    status: number,
    body: ModelBody,
    headers: Readonly<Record<string, string>> = {},
  ): ModelAnswer {
    const date = new Date(this.#now()).toUTCString();
    return { kind: 'response', status, headers: { date, ...headers }, body };
  }

  /** A Retry-After: seconds, or a date. */
  retryAfter(): string {
    const seconds = 1 + this.#chance.below(5);
    const date = new Date(this.#now() + seconds * 1000);
    return this.#chance.happens(0.5) ? String(seconds) : date.toUTCString();
  }
}
