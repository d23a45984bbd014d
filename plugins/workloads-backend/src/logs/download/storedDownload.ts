import { RangeQuery } from '../range/RangeReader';
import { Seam } from '../range/Seam';
import { SeamFinder } from '../range/SeamFinder';
import { storedAfter } from '../range/storedAfter';
import { StoredRange } from '../range/StoredRange';
import { TextSource } from './mergeTexts';
import { storedTexts } from './storedTexts';
import { noteText, TimedText } from './TimedText';

/** What the store of a cluster gives of a download, and where its pods take over. */
export interface StoredDownload {
  readonly cluster: string;
  /** Undefined where all lines are stored. */
  readonly seam?: Seam;
  readonly texts: readonly TextSource[];
}

/** Begins the stored part of a download; nothing is read of a store before its texts are. */
export async function storedDownload(
  cluster: string,
  { stored, finder }: { stored: StoredRange; finder: SeamFinder },
  query: RangeQuery,
  timestamps: boolean,
): Promise<StoredDownload> {
  const { selectors, from, to, signal } = query;
  const known = undefined;
  const seam = await finder.find({ selectors, from, to, known, signal });
  const begin = seam?.oldest;
  const isJoined = begin !== undefined && begin < to;
  const end = isJoined ? begin : to;
  const parts = [
    { query: { ...query, to: end }, accepts: () => true },
    ...(seam && isJoined ? storedAfter(seam, { ...query, from: end }) : []),
  ];
  return {
    cluster,
    ...(isJoined && { seam }),
    texts: [
      ...parts.map(part => ({
        from: part.query.from,
        texts: storedTexts(stored, part, timestamps),
      })),
      { from: end, texts: said(end, notesOf(cluster, seam, isJoined)) },
    ],
  };
}

function notesOf(
  cluster: string,
  seam: Seam | undefined,
  isJoined: boolean,
): string[] {
  const unsure = isJoined && seam?.proof !== 'proven';
  return [
    ...(unsure
      ? [
          `lines may be missing: ${cluster}, the store was not seen to hold the first lines of the pods, which follow`,
        ]
      : []),
    ...(seam?.troubles ?? []).map(({ pod, message }) =>
      pod === undefined
        ? `${cluster}: ${message}`
        : `${cluster}/${pod}: ${message}`,
    ),
  ];
}

async function* said(
  at: string,
  notes: readonly string[],
): AsyncGenerator<readonly TimedText[]> {
  yield notes.map(words => ({ at, text: noteText(words) }));
}
