import { LokiRequest, streams } from './FakeLoki';

/** A line in a {@link LineStore}. */
export interface StoredLine {
  readonly labels: Readonly<Record<string, string>>;
  readonly nanos: bigint;
  readonly text: string;
}

/** Answers for lines as Loki does by time, direction and limit; what the query says is not looked at. */
export class LineStore {
  readonly #lines: readonly StoredLine[];

  static create(lines: readonly StoredLine[]): LineStore {
    return new LineStore(lines);
  }

  private constructor(lines: readonly StoredLine[]) {
    this.#lines = lines;
  }

  answer = ({ parameters }: LokiRequest): { readonly body: object } => {
    const from = BigInt(parameters.get('start') ?? 0);
    const to = BigInt(parameters.get('end') ?? 0);
    const backward = parameters.get('direction') === 'backward';
    const found = this.#lines
      .filter(({ nanos }) => nanos >= from && nanos < to)
      .sort((a, b) => Number(a.nanos - b.nanos));
    const page = (backward ? found.reverse() : found).slice(
      0,
      Number(parameters.get('limit')),
    );
    const keys = [...new Set(page.map(({ labels }) => JSON.stringify(labels)))];
    return {
      body: streams(
        keys.map(key => ({
          stream: JSON.parse(key),
          values: page
            .filter(({ labels }) => JSON.stringify(labels) === key)
            .map(({ nanos, text }) => [String(nanos), text] as const),
        })),
      ),
    };
  };
}
