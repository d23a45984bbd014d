import { ChangeBuffer } from '../../cache/ChangeBuffer';
import { ClusterAudit } from '../../cache/ClusterAudit';
import { FeedError } from '../../cache/FeedError';
import * as recovery from '../../cache/recoverFrom';
import { ResourceStore } from '../../cache/ResourceStore';
import { RowKeeper } from '../../cache/RowKeeper';
import * as statuses from '../../cache/statusProblem';
import { WatchLoop } from '../../cache/WatchLoop';
import { ChangeLog } from '../../live/ChangeLog';
import { Revisions } from '../../workloads';
import { FaultKind } from './faultKinds';
import { FaultSchedule } from './FaultSchedule';

jest.mock('../../cache/recoverFrom', () => ({
  __esModule: true,
  ...jest.requireActual('../../cache/recoverFrom'),
}));
jest.mock('../../cache/statusProblem', () => ({
  __esModule: true,
  ...jest.requireActual('../../cache/statusProblem'),
}));

/** More than any of these mistakes needs to show. */
const SCHEDULES = 60;

const FIRST_SEED = 20_261_124;

/** The first thing that the checker finds wrong under such faults. */
async function firstDivergence(
  kinds: readonly FaultKind[],
): Promise<string | undefined> {
  for (let index = 0; index < SCHEDULES; index += 1) {
    const { divergences } = await FaultSchedule.run(FIRST_SEED + index, kinds);
    if (divergences.length > 0) {
      return divergences[0];
    }
  }
  return undefined;
}

function dropSome(drop: (count: number) => boolean): () => boolean {
  let count = 0;
  return () => {
    count += 1;
    return drop(count);
  };
}

afterEach(() => jest.restoreAllMocks());

/** Each breaks one of our own promises; the checker has to notice, or it proves nothing. */
it.each<[string, readonly FaultKind[], RegExp, () => void]>([
  [
    'deletes are dropped',
    ['connection reset'],
    /an audit found/,
    () => {
      jest.spyOn(ResourceStore.prototype, 'remove').mockReturnValue([]);
    },
  ],
  [
    'the dead may come back',
    ['duplicate events'],
    /came back to life/,
    () => {
      const { remove } = ResourceStore.prototype;
      jest
        .spyOn(ResourceStore.prototype, 'remove')
        .mockImplementation(function act(this: ResourceStore<never>, object) {
          return remove.call(this, { ...object, uid: undefined }) as never[];
        });
    },
  ],
  [
    'a new list does not remove what is gone',
    ['410 in the stream'],
    /ghost/,
    () => {
      jest.spyOn(ResourceStore.prototype, 'finishReplace').mockReturnValue([]);
    },
  ],
  [
    '410 is taken for a hiccup',
    ['compaction', 'restart'],
    /is stale|missing|ghost|out of date/,
    () => {
      const { statusProblem } = statuses;
      jest
        .spyOn(statuses, 'statusProblem')
        .mockImplementation((status, isWatch) => {
          const error = statusProblem(status, isWatch);
          return error.problem === 'expired'
            ? new FeedError('broken', error.message)
            : error;
        });
    },
  ],
  [
    'everything is read again after each break',
    ['connection reset'],
    /without need/,
    () => {
      const { recoverFrom } = recovery;
      jest
        .spyOn(recovery, 'recoverFrom')
        .mockImplementation((failure, feed) => ({
          ...recoverFrom(failure, feed),
          readAgain: true,
        }));
    },
  ],
  [
    'nothing is audited',
    ['lost event'],
    /missing|ghost|out of date/,
    () => {
      jest.spyOn(ClusterAudit.prototype, 'start').mockReturnValue();
    },
  ],
  [
    'a cluster that comes back is not noticed',
    ['black hole of a cluster'],
    /is stale|is connecting|missing|ghost|out of date/,
    () => {
      jest.spyOn(WatchLoop.prototype, 'resume').mockReturnValue();
    },
  ],
  [
    'lost rights leave the rows that were',
    ['lost rights'],
    /without the right/,
    () => {
      jest.spyOn(RowKeeper.prototype, 'clear').mockReturnValue();
    },
  ],
  [
    'an audit does not end',
    ['half-close'],
    /timers were left behind/,
    () => {
      jest.spyOn(ClusterAudit.prototype, 'stop').mockResolvedValue();
    },
  ],
  [
    'some changes of the cache are not told',
    ['half-close'],
    /shows .* wrongly/,
    () => {
      const { add } = ChangeBuffer.prototype;
      const drops = dropSome(count => count % 7 === 0);
      jest
        .spyOn(ChangeBuffer.prototype, 'add')
        .mockImplementation(function act(this: ChangeBuffer, change) {
          if (!drops()) {
            add.call(this, change);
          }
        });
    },
  ],
  [
    'some changes of a page are not told',
    ['half-close'],
    /shows .* wrongly/,
    () => {
      const { append } = ChangeLog.prototype;
      const drops = dropSome(count => count % 7 === 0);
      jest
        .spyOn(ChangeLog.prototype, 'append')
        .mockImplementation(function act(this: ChangeLog, change) {
          if (!drops()) {
            append.call(this, change);
          }
        });
    },
  ],
  [
    'revisions go back',
    ['half-close'],
    /was led back/,
    () => {
      const { write } = Revisions.prototype;
      jest
        .spyOn(Revisions.prototype, 'write')
        .mockImplementation(function act(this: Revisions, sequence, view) {
          return write.call(this, sequence % 50, view);
        });
    },
  ],
])(
  'notices that %s',
  async (_, kinds, words, breakIt) => {
    breakIt();
    expect(await firstDivergence(kinds)).toMatch(words);
  },
  120_000,
);
