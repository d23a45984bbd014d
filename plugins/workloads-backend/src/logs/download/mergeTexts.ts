import { TimedText } from './TimedText';

/** Characters that are handed on at a time. */
const PIECE = 64 * 1024;

/** Lines in the order of time. */
export interface TextSource {
  /** No line is before it, UTC with nine digits; nothing is read before its time has come. */
  readonly from: string;
  readonly texts: AsyncIterable<readonly TimedText[]>;
}

interface OpenSource {
  readonly batches: AsyncIterator<readonly TimedText[]>;
  batch: readonly TimedText[];
  place: number;
}

/**
 * Makes one text of several sources. Of each only what it gave at once is held; lines of one time come in the order in
 * which the sources begin.
 */
export async function* mergeTexts(
  sources: readonly TextSource[],
): AsyncGenerator<string> {
  const closed = [...sources].sort((a, b) => (a.from < b.from ? -1 : 1));
  const all: OpenSource[] = [];
  let open: OpenSource[] = [];
  let piece = '';
  try {
    for (;;) {
      if (open.some(isUsedUp)) {
        open = await filled(open);
      }
      while (closed.length > 0 && isDue(closed[0], open)) {
        const [{ texts }] = closed.splice(0, 1);
        const batches = texts[Symbol.asyncIterator]();
        const source = { batches, batch: [], place: 0 };
        all.push(source);
        open = [...open, ...(await filled([source]))];
      }
      if (open.length === 0) {
        break;
      }
      const next = open.reduce((best, one) =>
        headOf(one).at < headOf(best).at ? one : best,
      );
      piece += headOf(next).text;
      next.place += 1;
      // The next batch may take a while, and what is ready should not wait for it.
      if (piece.length >= PIECE || isUsedUp(next)) {
        yield piece;
        piece = '';
      }
    }
  } finally {
    await Promise.all(all.map(({ batches }) => batches.return?.()));
  }
}

function isDue({ from }: TextSource, open: readonly OpenSource[]): boolean {
  return open.every(source => headOf(source).at >= from);
}

function headOf({ batch, place }: OpenSource): TimedText {
  return batch[place];
}

function isUsedUp({ batch, place }: OpenSource): boolean {
  return place >= batch.length;
}

/** Those that have a line, each with the next one at hand. */
async function filled(sources: readonly OpenSource[]): Promise<OpenSource[]> {
  const there = await Promise.all(
    sources.map(async source => {
      while (isUsedUp(source)) {
        const { done, value } = await source.batches.next();
        if (done) {
          return [];
        }
        source.batch = value;
        source.place = 0;
      }
      return [source];
    }),
  );
  return there.flat();
}
