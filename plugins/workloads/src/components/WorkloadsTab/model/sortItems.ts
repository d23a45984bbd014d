import { compareVersions } from '@domaindeck/backstage-plugin-workloads-common';
import { urgencyOf } from '../../parts/model/cells';
import { ListItem } from './listGroups';
import { SortColumn, ViewState } from '../../parts/model/viewState';

type Compare = (a: ListItem, b: ListItem) => number;

/* Each in the direction that people ask for first. */
const COMPARE: Record<SortColumn, Compare> = {
  state: (a, b) => urgencyOf(a.health) - urgencyOf(b.health),
  service: (a, b) => a.row.name.localeCompare(b.row.name),
  environment: (a, b) => a.column.place.localeCompare(b.column.place),
  version: (a, b) =>
    compareVersions(b.workload.version, a.workload.version) ??
    a.workload.version.localeCompare(b.workload.version),
  ready: (a, b) => readyShare(a) - readyShare(b),
  restarts: (a, b) => b.workload.restarts - a.workload.restarts,
  changed: (a, b) => changedAt(b) - changedAt(a),
};

/** Sorts lines; what the chosen column does not decide stays by name, then as given. */
export function sortItems(
  items: readonly ListItem[],
  sort: ViewState['sort'],
): readonly ListItem[] {
  const compare = COMPARE[sort.by];
  const sign = sort.descending ? -1 : 1;
  return items
    .map((item, i) => ({ item, i }))
    .sort(
      (a, b) =>
        sign * compare(a.item, b.item) ||
        a.item.row.name.localeCompare(b.item.row.name) ||
        a.i - b.i,
    )
    .map(({ item }) => item);
}

function readyShare({ workload }: ListItem): number {
  const { desired, ready } = workload.replicas;
  return desired === 0 ? 1 : ready / desired;
}

function changedAt({ workload }: ListItem): number {
  return Date.parse(workload.changedAt ?? workload.createdAt) || 0;
}
