import { EnvironmentRecord } from '@domaindeck/backstage-plugin-environments-common';
import { ListView, SortColumn } from './listView';
import { stateOf } from './stateOf';

/** More others than these fold into one line. */
const SHOWN = 8;

const URGENCY = [
  'failed',
  'degraded',
  'progressing',
  'healthy',
  'asleep',
  'unknown',
];

/** The rows of a list: one's own, those of others, and what is folded away. */
export interface Groups {
  readonly mine: readonly EnvironmentRecord[];
  readonly others: readonly EnvironmentRecord[];
  readonly folded: readonly EnvironmentRecord[];
}

/** Sorts and groups; a filter or an unfolding shows everything. */
export function groupsOf(
  records: readonly EnvironmentRecord[],
  options: {
    readonly isMine: (record: EnvironmentRecord) => boolean;
    readonly sort: ListView['sort'];
    readonly unfolded: boolean;
    readonly onlyMine: boolean;
  },
): Groups {
  const sorted = [...records].sort(comparer(options.sort));
  const mine = sorted.filter(options.isMine);
  const others = options.onlyMine
    ? []
    : sorted.filter(one => !options.isMine(one));
  const fold = !options.unfolded && others.length > SHOWN;
  return {
    mine,
    others: fold ? others.slice(0, SHOWN) : others,
    folded: fold ? others.slice(SHOWN) : [],
  };
}

/** Puts records into an order that was seen before; what is new comes last. */
export function inOrder(
  records: readonly EnvironmentRecord[],
  ids: readonly string[],
): readonly EnvironmentRecord[] {
  const place = new Map(ids.map((id, index) => [id, index]));
  return [...records].sort(
    (a, b) =>
      (place.get(a.id) ?? Infinity) - (place.get(b.id) ?? Infinity) || 0,
  );
}

function comparer(
  sort: ListView['sort'],
): (a: EnvironmentRecord, b: EnvironmentRecord) => number {
  const sign = sort.descending ? -1 : 1;
  return (a, b) =>
    sign * compareBy(sort.by, a, b) ||
    a.expiresAt.localeCompare(b.expiresAt, 'en') ||
    a.name.localeCompare(b.name, 'en');
}

function compareBy(
  by: SortColumn,
  a: EnvironmentRecord,
  b: EnvironmentRecord,
): number {
  switch (by) {
    case 'name':
      return a.name.localeCompare(b.name, 'en');
    case 'owner':
      return a.creator.localeCompare(b.creator, 'en');
    case 'state':
      return urgency(a) - urgency(b);
    case 'cost':
      return (a.cost?.perDay ?? 0) - (b.cost?.perDay ?? 0);
    default:
      return a.expiresAt.localeCompare(b.expiresAt, 'en');
  }
}

function urgency(record: EnvironmentRecord): number {
  return URGENCY.indexOf(stateOf(record).mark);
}
