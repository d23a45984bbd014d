import { act, render, screen } from '@testing-library/react';
import { LogRecord } from '@domaindeck/backstage-plugin-workloads-common';
import { ClockProvider } from '../../clock';
import { ManualClock } from '../../testUtils/ManualClock';
import { LogStore } from '../model/LogStore';
import { LogReader } from './LogReader';
import { useReaderPulse } from './useReaderPulse';

const AT = '2026-11-24T14:02:00.000000000Z';
const SOURCE: LogRecord = {
  type: 'source',
  source: 1,
  key: 'prod-sh/payments-prod/pricing-1/uid/pricing/0',
  origin: {
    cluster: 'prod-sh',
    namespace: 'payments-prod',
    pod: 'pricing-1',
    podUid: 'uid',
    container: 'pricing',
    run: 0,
  },
};

/** A reader that is told what comes. */
function setUp() {
  const clock = ManualClock.at('2026-11-24T14:02:00Z');
  const store = LogStore.create();
  const listeners = new Set<() => void>();
  let version = 0;
  const reader: LogReader = {
    store,
    getState: () => ({
      phase: 'following',
      connection: { kind: 'live' },
      older: 'none',
    }),
    version: () => version,
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: () => () => {},
    retryNow: () => {},
    loadOlder: () => {},
    change: () => {},
  };
  const apply = (...records: LogRecord[]) =>
    act(() => {
      store.apply(records, clock.now());
      version += 1;
      listeners.forEach(listener => listener());
    });
  return { clock, reader, apply };
}

function Lines(props: { reader: LogReader }): JSX.Element {
  useReaderPulse(props.reader);
  return <p>{props.reader.store.rows.length} lines</p>;
}

const line: LogRecord = {
  type: 'line',
  source: 1,
  at: AT,
  text: 'served',
  level: 'info',
};

describe('useReaderPulse', () => {
  it('draws the first line at once, and those after it four times a second', async () => {
    const { clock, reader, apply } = setUp();
    render(
      <ClockProvider clock={clock}>
        <Lines reader={reader} />
      </ClockProvider>,
    );
    apply(SOURCE);
    expect(screen.getByText('0 lines')).toBeInTheDocument();

    apply(line);
    expect(screen.getByText('1 lines')).toBeInTheDocument();

    apply(line);
    apply(line);
    expect(screen.getByText('1 lines')).toBeInTheDocument();
    await act(() => clock.advance(250));
    expect(screen.getByText('3 lines')).toBeInTheDocument();
  });
});
