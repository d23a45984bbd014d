import { Row } from '../projection/rows';
import { seededRandom } from '../projection/testUtils/seededRandom';
import { ResourceStore } from './ResourceStore';

function row(name: string, uid: string, resourceVersion = '1'): Row {
  return { name, uid, resourceVersion, namespace: 'payments-dev' };
}

function uids(rows: readonly Row[]): string[] {
  return rows.map(({ uid }) => uid).sort();
}

describe('ResourceStore', () => {
  it('says which rows each change touched, and gives a new array only then', () => {
    const store = ResourceStore.create<Row>();
    expect(uids(store.upsert(row('a', 'a1')))).toEqual(['a1']);
    const before = store.rows();
    expect(store.upsert(row('a', 'a1'))).toEqual([]);
    expect(store.rows()).toBe(before);
    expect(uids(store.upsert(row('a', 'a1', '2')))).toEqual(['a1']);
    expect(store.rows()).not.toBe(before);
    expect(uids(store.upsert(row('a', 'a2')))).toEqual(['a1', 'a2']);
    expect(uids(store.rows('payments-dev'))).toEqual(['a2']);
    expect(store.size).toBe(1);
    expect(store.rows('elsewhere')).toEqual([]);
    expect(uids(store.clear())).toEqual(['a2']);
    expect(store.size).toBe(0);
  });

  it('leaves a namesake alone, and lets no repeated event bring back what is gone', () => {
    const store = ResourceStore.create<Row>();
    store.upsert(row('a', 'a1'));
    store.upsert(row('a', 'a2'));
    expect(store.remove(row('a', 'a1'))).toEqual([]);
    expect(store.upsert(row('a', 'a1'))).toEqual([]);
    expect(uids(store.rows())).toEqual(['a2']);
    expect(uids(store.remove(row('a', 'a2')))).toEqual(['a2']);
    expect(store.upsert(row('a', 'a2'))).toEqual([]);
    expect(store.rows()).toEqual([]);
  });

  it('believes a list, which may come from a backup', () => {
    const store = ResourceStore.create<Row>();
    store.upsert(row('a', 'a1'));
    store.remove(row('a', 'a1'));
    store.startReplace();
    expect(uids(store.upsert(row('a', 'a1')))).toEqual(['a1']);
    expect(store.finishReplace()).toEqual([]);
    expect(uids(store.rows())).toEqual(['a1']);
  });

  it('removes by a name alone where the server gives no uid', () => {
    const store = ResourceStore.create<Row>();
    store.upsert(row('a', 'a1'));
    const nameless = { uid: undefined, namespace: 'payments-dev', name: 'a' };
    expect(uids(store.remove(nameless))).toEqual(['a1']);
  });

  it('holds after a replacement what was seen or kept, and nothing else, whatever was begun before', () => {
    const random = seededRandom(11);
    const pick = (limit: number) => Math.floor(random() * limit);
    for (let round = 0; round < 300; round += 1) {
      const store = ResourceStore.create<Row>();
      for (let count = pick(12); count > 0; count -= 1) {
        const name = `n${pick(6)}`;
        store.upsert(row(name, `old-${name}-${pick(2)}`, `${pick(3)}`));
      }
      const held = new Map(store.rows().map(each => [each.uid, each]));
      // A list that broke off leaves nothing behind.
      store.startReplace();
      store.startReplace();
      const expected = new Set<string>();
      const kept = [...held.keys()].filter(() => random() < 0.3);
      kept.forEach(uid => {
        store.keep(uid);
        expected.add(uid);
      });
      const free = ['x', 'y', 'z'].filter(() => random() < 0.6);
      free.forEach(name => {
        store.upsert(row(name, `new-${name}`));
        expected.add(`new-${name}`);
      });
      const gone = store.finishReplace();
      expect(uids(store.rows())).toEqual([...expected].sort());
      expect(uids(gone)).toEqual(
        [...held.keys()].filter(uid => !expected.has(uid)).sort(),
      );
      expect(store.size).toBe(expected.size);
      expect(store.finishReplace()).toEqual([]);
    }
  });
});
