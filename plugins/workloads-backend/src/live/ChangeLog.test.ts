import { ChangeLog } from './ChangeLog';
import { LiveChange } from './types';

const gone = (id: string): LiveChange => ({
  type: 'delete',
  cluster: 'c',
  namespace: 'n',
  id,
});

function idsSince(log: ChangeLog, sequence: number): string[] | undefined {
  return log
    .since(sequence)
    ?.map(({ change }) => (change.type === 'delete' ? change.id : change.type));
}

describe('ChangeLog', () => {
  it('gives what came after a sequence, each thing once and at its latest place', () => {
    const log = ChangeLog.create(10);
    ['a', 'b', 'a', 'c'].forEach(id => log.append(gone(id)));
    expect(idsSince(log, 0)).toEqual(['b', 'a', 'c']);
    expect(idsSince(log, 2)).toEqual(['a', 'c']);
    expect(idsSince(log, 4)).toEqual([]);
  });

  it('does not know sequences that it never gave or has lost', () => {
    const log = ChangeLog.create(3);
    expect(log.since(1)).toBeUndefined();
    for (let index = 1; index <= 6; index += 1) {
      log.append(gone(`id-${index}`));
    }
    expect(log.since(2)).toBeUndefined();
    expect(idsSince(log, 3)).toEqual(['id-4', 'id-5', 'id-6']);
  });

  it('loses nothing however often the same things change', () => {
    const log = ChangeLog.create(3);
    for (let index = 0; index < 1000; index += 1) {
      log.append(gone(`id-${index % 3}`));
    }
    expect(idsSince(log, 0)).toEqual(['id-1', 'id-2', 'id-0']);
  });
});
