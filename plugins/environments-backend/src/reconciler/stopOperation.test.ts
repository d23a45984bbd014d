import {
  HistoryEntry,
  Operation,
} from '@domaindeck/backstage-plugin-environments-common';
import { storedEnvironment } from '../store/__testUtils__/storedEnvironment';
import { freshSteps } from './steps/stepRows';
import { stopOperation } from './stopOperation';

const MINUTE_MS = 60_000;

/** What becomes of an operation whose first step stops, after what happened last. */
function stop(operation: Operation, message: string, last?: string) {
  const environment = {
    ...storedEnvironment('e-1', {
      operation,
      state: operation === 'delete' ? 'deleting' : 'updating',
    }),
    version: 1,
    wish: 1,
  };
  const now = environment.createdAt + MINUTE_MS;
  const { change, isNews } = stopOperation(
    environment,
    freshSteps(operation)[0],
    { message },
    now,
    [],
    last === undefined ? undefined : ({ message: last } as HistoryEntry),
  );
  return {
    isNews,
    state: change.fields?.state,
    dueIn: change.fields!.dueAt! - now,
    history: change.history!.map(one => one.message),
  };
}

describe('stopOperation', () => {
  it('tries a deletion again without telling twice what holds it up', () => {
    const stopped = { state: 'failed', dueIn: 5 * MINUTE_MS };
    expect(stop('delete', 'A finalizer hangs', 'Deleted')).toEqual({
      ...stopped,
      isNews: true,
      history: ['Stopped: A finalizer hangs'],
    });
    expect(
      stop('delete', 'A finalizer hangs', 'Stopped: A finalizer hangs'),
    ).toEqual({ ...stopped, isNews: false, history: [] });
    expect(
      stop('delete', 'No answer', 'Stopped: A finalizer hangs').isNews,
    ).toBe(true);
  });

  it('tells each failure that somebody asked to try again', () => {
    expect(stop('update', 'Refused', 'Stopped: Refused')).toMatchObject({
      isNews: true,
      state: 'failed',
      history: ['Stopped: Refused'],
    });
  });
});
