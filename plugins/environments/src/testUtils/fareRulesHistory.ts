import { HistoryEntry } from '@domaindeck/backstage-plugin-environments-common';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What happened to fare-rules, newest first. */
export function fareRulesHistory(now: number): HistoryEntry[] {
  const entry = (
    id: string,
    ago: number,
    rest: Omit<HistoryEntry, 'id' | 'at' | 'parts'> & {
      parts?: HistoryEntry['parts'];
    },
  ): HistoryEntry => ({
    id,
    at: new Date(now - ago).toISOString(),
    parts: {},
    ...rest,
  });
  return [
    entry('h6', 12 * MINUTE, {
      kind: 'used',
      who: 'user:default/tester-two',
      message: 'Last used by user:default/tester-two',
    }),
    entry('h5', HOUR, {
      kind: 'baseline-moved',
      service: 'orders',
      message: 'The baseline moved orders to 7.8.0',
      parts: { version: '7.8.0' },
    }),
    entry('h4', 3 * HOUR, {
      kind: 'changed',
      who: 'user:default/dev-one',
      service: 'pricing',
      message: 'Changed pricing to 5.3.0-fare.7',
      parts: { version: '5.3.0-fare.7' },
    }),
    entry('h3', 5 * HOUR, {
      kind: 'woken',
      who: 'user:default/tester-two',
      message: 'Woken by user:default/tester-two',
    }),
    entry('h2', 17 * HOUR, {
      kind: 'slept',
      message: 'Put to sleep, nobody used it for 3 h',
    }),
    entry('h1', 21 * HOUR, {
      kind: 'created',
      who: 'user:default/dev-one',
      message: 'Created with 4 services',
    }),
  ];
}
