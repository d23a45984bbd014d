import {
  AccessPageQuery,
  AuditEntry,
  AuditFilter,
  AuditPage,
} from '@domaindeck/backstage-plugin-access-common';

/** A page of the record under a filter; the cursor is the id of the last entry of the page before. */
export function pageOfAudit(
  entries: readonly AuditEntry[],
  query: AuditFilter & AccessPageQuery,
): AuditPage {
  const found = entries.filter(entry => matches(entry, query));
  const start = query.cursor
    ? found.findIndex(entry => entry.id === query.cursor) + 1
    : 0;
  const items = found.slice(start, start + (query.limit ?? 50));
  const count = (outcome: AuditEntry['outcome']) =>
    found.filter(entry => entry.outcome === outcome).length;
  return {
    items,
    counts: {
      total: found.length,
      failed: count('failed'),
      refused: count('refused'),
    },
    nextCursor:
      start + items.length < found.length
        ? items[items.length - 1].id
        : undefined,
  };
}

function matches(entry: AuditEntry, filter: AuditFilter): boolean {
  const { who, verb, environment, from, to, outcome, q } = filter;
  const among = (values: readonly string[] | undefined, ...own: string[]) =>
    !values?.length || own.some(value => values.includes(value));
  const text = [
    entry.who.title,
    entry.object?.name,
    entry.why,
    entry.reason,
    entry.requestId,
  ].join(' ');
  return (
    among(who, entry.who.ref, ...entry.departments) &&
    among(verb, entry.verb) &&
    among(environment, entry.environment?.cluster ?? '') &&
    among(outcome, entry.outcome) &&
    (!from || entry.at >= from) &&
    (!to || entry.at < to) &&
    text
      .toLocaleLowerCase('en-US')
      .includes((q ?? '').toLocaleLowerCase('en-US'))
  );
}
