import { RowInterner } from './RowInterner';

/** A row with strings of its own, as parsing makes them. */
function row(name: string, labels: Record<string, string>, owner = 'rs-1') {
  return JSON.parse(
    JSON.stringify({
      name,
      labels,
      owner: { kind: 'ReplicaSet', name: owner, uid: `uid-${owner}` },
      phase: 'Running',
      containers: [{ image: 'registry.example.com/a:1', reason: undefined }],
      conditions: [{ type: 'Ready', since: '2026-11-01T00:00:00Z' }],
    }),
  );
}

describe('RowInterner', () => {
  it('changes nothing that can be seen', () => {
    const interner = RowInterner.create();
    const rows = ['a', 'b'].map(name => row(name, { app: name, tier: 'web' }));
    const before = JSON.stringify(rows);
    rows.forEach(item => interner.intern(item));
    expect(JSON.stringify(rows)).toBe(before);
  });

  it('gives rows the same labels and owner only when they are equal', () => {
    const interner = RowInterner.create();
    const first = interner.intern(row('a', { app: 'x' }));
    const second = interner.intern(row('b', { app: 'x' }));
    const other = interner.intern(row('c', { app: 'y' }, 'rs-2'));
    expect(second.labels).toBe(first.labels);
    expect(second.owner).toBe(first.owner);
    expect(other.labels).toEqual({ app: 'y' });
    expect(other.owner).toMatchObject({ name: 'rs-2', uid: 'uid-rs-2' });
  });

  it('goes on when there are more than it has room for', () => {
    const interner = RowInterner.create();
    const first = interner.intern(row('a', { app: 'x' }));
    for (let index = 0; index < 20_000; index += 1) {
      interner.intern({ labels: { app: `x-${index}` } });
    }
    const last = interner.intern(row('b', { app: 'x' }));
    expect(last.labels).toEqual(first.labels);
    expect(last.labels).not.toBe(first.labels);
    expect(interner.intern(row('c', { app: 'x' })).labels).toBe(last.labels);
  });
});
