import { findKind } from '../model/resourceTypes';
import { ObjectStore } from './ObjectStore';

const pods = findKind('v1', 'Pod')!;
const nodes = findKind('v1', 'Node')!;

const pod = (namespace: string, name: string, phase = 'Pending') => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { namespace, name },
  status: { phase },
});

describe('ObjectStore', () => {
  it('counts one revision for all kinds and lists in the order of keys', () => {
    const store = ObjectStore.create();
    const first = store.put(pods, pod('b', 'x'));
    const second = store.put(nodes, {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name: 'n' },
    });
    store.put(pods, pod('a', 'z'));
    store.put(pods, pod('a', 'y'));
    expect(Number(second.metadata.resourceVersion)).toBe(
      Number(first.metadata.resourceVersion) + 1,
    );
    const keys = () => store.list(pods).map(item => item.key);
    expect(keys()).toEqual(['a/y', 'a/z', 'b/x']);
    expect(store.list(pods, 'a').map(item => item.metadata.name)).toEqual([
      'y',
      'z',
    ]);
    store.remove(pods, 'a', 'y');
    expect(keys()).toEqual(['a/z', 'b/x']);
    expect(store.remove(pods, 'a', 'y')).toBeUndefined();
  });

  it('remembers changes with what was before, and forgets the oldest', () => {
    const store = ObjectStore.create({ historyLimit: 4 });
    const start = store.revision;
    store.put(pods, pod('a', 'x'));
    store.put(pods, pod('a', 'x', 'Running'));
    store.remove(pods, 'a', 'x');
    expect(store.history(pods).after(start, 10)).toMatchObject([
      { type: 'ADDED', previous: undefined },
      {
        type: 'MODIFIED',
        previous: { object: { status: { phase: 'Pending' } } },
        current: { object: { status: { phase: 'Running' } } },
      },
      {
        type: 'DELETED',
        revision: start + 3,
        current: { object: { metadata: { resourceVersion: `${start + 3}` } } },
      },
    ]);
    expect(store.history(pods).after(start + 2, 10)).toHaveLength(1);
    for (let index = 0; index < 10; index++) {
      store.put(pods, pod('a', `p${index}`));
    }
    expect(store.history(pods).after(start, 10)).toBe('expired');
    expect(store.history(pods).after(store.revision - 2, 10)).toHaveLength(2);
  });

  it('forgets everything at a compaction, also of kinds without objects', () => {
    const store = ObjectStore.create();
    const start = store.revision;
    store.put(pods, pod('a', 'x'));
    store.compact();
    expect(store.history(pods).after(start, 1)).toBe('expired');
    expect(store.history(nodes).after(start, 1)).toBe('expired');
    expect(store.history(pods).after(store.revision, 1)).toEqual([]);
  });
});
