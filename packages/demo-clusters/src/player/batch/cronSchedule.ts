const FIELDS = [
  { first: 0, last: 59 },
  { first: 0, last: 23 },
  { first: 1, last: 31 },
  { first: 1, last: 12 },
  { first: 0, last: 7 },
];

const MINUTE_MS = 60_000;
/** A schedule that does not come within a year never comes (30 February). */
const HORIZON_MINUTES = 366 * 24 * 60;

/**
 * The first moment after a given one at which a schedule of five fields is due, in UTC; undefined for a schedule that
 * cannot be read or never comes. Steps, ranges and lists are understood, names of days and months are not.
 */
export function nextRun(schedule: string, after: number): number | undefined {
  const fields = schedule.trim().split(/\s+/);
  if (fields.length !== FIELDS.length) {
    return undefined;
  }
  const sets = fields.map((field, index) => parseField(field, FIELDS[index]));
  if (sets.some(set => set === undefined)) {
    return undefined;
  }
  const [minutes, hours, days, months, weekdays] = sets as Set<number>[];
  let at = Math.floor(after / MINUTE_MS) * MINUTE_MS;
  for (let step = 0; step < HORIZON_MINUTES; step++) {
    at += MINUTE_MS;
    const date = new Date(at);
    const weekday = date.getUTCDay();
    if (
      minutes.has(date.getUTCMinutes()) &&
      hours.has(date.getUTCHours()) &&
      days.has(date.getUTCDate()) &&
      months.has(date.getUTCMonth() + 1) &&
      (weekdays.has(weekday) || (weekday === 0 && weekdays.has(7)))
    ) {
      return at;
    }
  }
  return undefined;
}

function parseField(
  text: string,
  range: { readonly first: number; readonly last: number },
): Set<number> | undefined {
  const values = new Set<number>();
  for (const part of text.split(',')) {
    const [, from, to, step] =
      /^(\*|\d+)(?:-(\d+))?(?:\/(\d+))?$/.exec(part) ?? [];
    if (from === undefined) {
      return undefined;
    }
    const start = from === '*' ? range.first : Number(from);
    const single = from !== '*' && step === undefined ? start : range.last;
    const end = to === undefined ? single : Number(to);
    for (let value = start; value <= end; value += Number(step ?? 1) || 1) {
      values.add(value);
    }
  }
  return values;
}
