import { StoredPart } from '../range/storedAfter';
import { storedPages } from '../range/storedPages';
import { StoredRange } from '../range/StoredRange';
import { lineText, noteText, TimedText } from './TimedText';

/** Stored lines that are read at a time. */
const PAGE = 1_000;

/** Turns stored lines into lines of a download, page after page. Where the store fails the reason ends them. */
export async function* storedTexts(
  stored: StoredRange,
  { query, accepts }: StoredPart,
  timestamps: boolean,
): AsyncGenerator<readonly TimedText[]> {
  let last = query.from;
  const question = { ...query, direction: 'forward', limit: PAGE } as const;
  for await (const page of storedPages(stored, question)) {
    const { lines, gaps, troubles, cluster } = page;
    const texts = lines
      .filter(accepts)
      .map(line => ({ at: line.at, text: lineText(line, timestamps) }));
    const at = lines.at(-1)?.at ?? last;
    last = at;
    const notes = [
      ...gaps.map(
        ({ from, to }) => `lines may be missing: ${cluster}, ${from} to ${to}`,
      ),
      ...troubles.map(({ message }) => `${cluster}: ${message}`),
    ];
    yield [...texts, ...notes.map(words => ({ at, text: noteText(words) }))];
  }
}
