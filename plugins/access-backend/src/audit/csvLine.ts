import { AuditEntry } from '@domaindeck/backstage-plugin-access-common';

const COLUMNS: readonly [
  name: string,
  read: (entry: AuditEntry) => string | undefined,
][] = [
  ['at', ({ at }) => at],
  ['endedAt', ({ endedAt }) => endedAt],
  ['who', ({ who }) => who.ref],
  ['name', ({ who }) => who.title],
  ['departments', ({ departments }) => departments.join(' ')],
  ['verb', ({ verb }) => verb],
  ['domains', ({ domains }) => domains.join(' ')],
  ['entity', ({ entityRef }) => entityRef],
  ['cluster', ({ environment }) => environment?.cluster],
  ['namespace', ({ environment }) => environment?.namespace],
  ['kind', ({ object }) => object?.kind],
  ['object', ({ object }) => object?.name],
  ['uid', ({ object }) => object?.uid],
  ['outcome', ({ outcome }) => outcome],
  ['why', ({ why }) => why],
  ['reason', ({ reason }) => reason],
  ['before', ({ before }) => before && JSON.stringify(before)],
  ['after', ({ after }) => after && JSON.stringify(after)],
  ['requestId', ({ requestId }) => requestId],
];

/** The first line of the file. The mark in front tells spreadsheets that the text is UTF-8. */
export const CSV_HEAD = `\uFEFF${COLUMNS.map(([name]) => name).join(',')}\r\n`;

/** An entry as one line of CSV (RFC 4180). */
export function csvLine(entry: AuditEntry): string {
  return `${COLUMNS.map(([, read]) => cell(read(entry))).join(',')}\r\n`;
}

function cell(text = ''): string {
  // A spreadsheet would run such a text as a formula, and what people write as a reason ends up here.
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
