import {
  EnvironmentRecord,
  HistoryEntry,
  WatchRecord,
} from '@domaindeck/backstage-plugin-environments-common';
import { shareByKey } from '@domaindeck/backstage-plugin-workloads-react';
import { EnvironmentsData } from './FeedState';

/** More than anybody reads on the page; older entries are asked for by page. */
const HISTORY_KEPT = 200;

/**
 * What one stream has said so far. Every stream begins with the present state; until it was sent whole (`synced`) nothing
 * is known to be gone, and afterwards what was not sent is.
 */
export class Replay {
  #synced = false;
  readonly #seen = new Set<string>();

  get synced(): boolean {
    return this.#synced;
  }

  /** The data after some records. */
  apply(
    data: EnvironmentsData,
    records: readonly WatchRecord[],
  ): EnvironmentsData {
    const items = new Map(data.items.map(item => [item.id, item]));
    let { steps, history } = data;
    for (const record of records) {
      switch (record.type) {
        case 'upsert':
          this.#seen.add(record.item.id);
          items.set(record.item.id, record.item);
          break;
        case 'delete':
          this.#seen.delete(record.id);
          items.delete(record.id);
          break;
        case 'steps':
          steps = shareByKey(
            steps,
            record.items,
            step => `${step.operation} ${step.step}`,
          );
          break;
        case 'history':
          history = withEntry(history, record.item);
          break;
        case 'synced':
          this.#synced = true;
          [...items.keys()]
            .filter(id => !this.#seen.has(id))
            .forEach(id => items.delete(id));
          break;
        default:
      }
    }
    return {
      items: shareByKey(data.items, [...items.values()], item => item.id),
      steps,
      history,
    };
  }
}

/**
 * The data with the answer of a write in it, unless the stream brought something newer in the meantime.
 */
export function withAnswer(
  data: EnvironmentsData,
  answer: EnvironmentRecord,
): EnvironmentsData {
  const known = data.items.find(item => item.id === answer.id);
  if (known && Date.parse(known.updatedAt) > Date.parse(answer.updatedAt)) {
    return data;
  }
  return {
    ...data,
    items: known
      ? data.items.map(item => (item === known ? answer : item))
      : [...data.items, answer],
  };
}

function withEntry(
  history: readonly HistoryEntry[],
  entry: HistoryEntry,
): readonly HistoryEntry[] {
  return history.some(one => one.id === entry.id)
    ? history
    : [entry, ...history].slice(0, HISTORY_KEPT);
}
