import {
  Preview,
  PreviewChange,
  SubjectInfo,
} from '@domaindeck/backstage-plugin-access-common';

/** One sentence of what a change does. */
export type PreviewLine =
  | {
      readonly type: 'gains' | 'loses';
      readonly count: number;
      /** The only person, to be named. */
      readonly subject?: SubjectInfo;
      readonly verbs: readonly string[];
      readonly clusters: readonly string[];
    }
  | {
      readonly type: 'already';
      readonly count: number;
      readonly subject?: SubjectInfo;
      readonly grantId?: string;
      readonly until?: string;
    }
  | { readonly type: 'nobodyLoses' }
  | { readonly type: 'streamsEnd'; readonly count: number };

/** What a change does, in sentences: who gains, who has it already, who loses, what ends. */
export function previewLines(preview: Preview): PreviewLine[] {
  const { people, counts } = preview;
  const gaining = people.filter(change => change.gained.length > 0);
  const losing = people.filter(change => change.lost.length > 0);
  const touched = new Set(
    [...gaining, ...losing].map(change => change.subject.ref),
  );
  const already = people.filter(
    change =>
      change.outcome === 'unchanged' && !touched.has(change.subject.ref),
  );
  const lines: PreviewLine[] = [];
  if (counts.gaining > 0) {
    lines.push(sumOf('gains', counts.gaining, gaining, c => c.gained));
  }
  if (counts.unchanged > 0) {
    const [first] = already;
    lines.push({
      type: 'already',
      count: counts.unchanged,
      subject: counts.unchanged === 1 ? first?.subject : undefined,
      grantId: first?.already?.grantId,
      until: first?.already?.until,
    });
  }
  lines.push(
    counts.losing > 0
      ? sumOf('loses', counts.losing, losing, c => c.lost)
      : { type: 'nobodyLoses' },
  );
  if (counts.streamsOf > 0) {
    lines.push({ type: 'streamsEnd', count: counts.streamsOf });
  }
  return lines;
}

/** A change of one person, as a line of the table: the clusters in which it is the same are one. */
export interface PersonLine {
  readonly subject: SubjectInfo;
  readonly before?: string;
  readonly after?: string;
  readonly changed: boolean;
  readonly clusters: readonly string[];
}

/** Person by person, those for whom something changes first as the backend has them. */
export function personLines(people: readonly PreviewChange[]): PersonLine[] {
  const lines = new Map<string, PersonLine>();
  for (const { subject, cluster, before, after, outcome } of people) {
    const key = [subject.ref, before, after, outcome].join('|');
    const line = lines.get(key);
    lines.set(key, {
      subject,
      before,
      after,
      changed: outcome !== 'unchanged',
      clusters: [...(line?.clusters ?? []), cluster],
    });
  }
  return [...lines.values()];
}

function sumOf(
  type: 'gains' | 'loses',
  count: number,
  changes: readonly PreviewChange[],
  verbsOf: (change: PreviewChange) => readonly string[],
): PreviewLine {
  return {
    type,
    count,
    subject: count === 1 ? changes[0]?.subject : undefined,
    verbs: [...new Set(changes.flatMap(verbsOf))],
    clusters: [...new Set(changes.map(({ cluster }) => cluster))],
  };
}
