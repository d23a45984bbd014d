import { WorkloadEvent } from '@domaindeck/backstage-plugin-workloads-common';
import { pageEvents } from './pageEvents';

function event(
  id: string,
  lastAt?: string,
  type: 'Normal' | 'Warning' = 'Normal',
): WorkloadEvent {
  return {
    id,
    cluster: 'dev-1',
    namespace: 'a',
    type,
    reason: 'Pulled',
    message: '',
    object: { kind: 'Pod', name: 'p' },
    count: 1,
    lastAt,
  };
}

const events = [
  event('old', '2026-11-01T00:00:00Z'),
  event('timeless'),
  event('b', '2026-11-01T00:02:00Z', 'Warning'),
  event('a', '2026-11-01T00:02:00Z'),
  event('new', '2026-11-01T00:03:00Z'),
];

describe('pageEvents', () => {
  const ids = (query: Parameters<typeof pageEvents>[1]) =>
    pageEvents(events, query).items.map(({ id }) => id);

  it('orders and narrows', () => {
    expect(ids({})).toEqual(['new', 'a', 'b', 'old', 'timeless']);
    expect(ids({ type: 'Warning' })).toEqual(['b']);
    expect(ids({ since: '2026-11-01T00:02:00Z' })).toEqual(['new', 'a', 'b']);
  });

  it('pages through all, once each, also when events come in between', () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    let all = events;
    do {
      const page = pageEvents(all, { limit: 2, cursor });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
      all = [...all, event(`late-${seen.length}`, '2026-11-01T00:09:00Z')];
    } while (cursor);
    expect(seen).toEqual(['new', 'a', 'b', 'old', 'timeless']);
  });

  it('refuses a cursor that no page gave', () => {
    expect(() => pageEvents(events, { cursor: 'zzz' })).toThrow('"cursor"');
  });
});
