import { NotFoundError } from '@backstage/errors';
import { LogRecord } from '@domaindeck/backstage-plugin-workloads-common';
import { InMemoryLogsApi } from '../../testUtils/InMemoryLogsApi';
import { logsWorld } from '../../testUtils/logsWorld';
import { ManualClock } from '../../testUtils/ManualClock';
import { LogFeed } from './LogFeed';
import { LogReader } from './LogReader';

const START = '2026-11-24T14:02:00Z';
const ENTITY = 'domain:default/payments';

function setUp() {
  const clock = ManualClock.at(START);
  const world = logsWorld(clock.now());
  const api = InMemoryLogsApi.create(world);
  let hidden = false;
  let tellVisibility = () => {};
  const feed = LogFeed.create({
    api,
    entityRef: ENTITY,
    request: {},
    clock,
    visibility: {
      hidden: () => hidden,
      subscribe: listener => {
        tellVisibility = listener;
        return () => {};
      },
    },
    random: () => 0,
    // However slow the machine is, nothing is held back.
    elapsed: () => 0,
    frame: call => clock.after(16, call),
  });
  const show = (isHidden: boolean) => {
    hidden = isHidden;
    tellVisibility();
  };
  return { clock, world, api, feed, show };
}

/** Lets all records that are on their way arrive, and then a picture be drawn. */
async function drawn(clock: ManualClock, ms = 16): Promise<void> {
  for (const wait of [ms - 16, 16]) {
    for (let i = 0; i < 40; i += 1) {
      await clock.advance(0);
    }
    await clock.advance(wait);
  }
}

function textsOf({ store }: LogReader): string[] {
  return Array.from({ length: store.rows.length }, (_, index) => {
    const row = store.rows.at(index);
    return row?.kind === 'line' ? row.text : `(${row?.note.kind})`;
  });
}

describe('LogFeed', () => {
  it('shows what comes between two pictures at once, and counts', async () => {
    const { clock, world, api, feed } = setUp();
    const versions: number[] = [];
    feed.subscribe(() => versions.push(feed.version()));
    const stop = feed.start();
    expect(feed.getState().phase).toBe('asking');
    await drawn(clock);
    expect(feed.getState().phase).toBe('following');
    expect(versions).toHaveLength(1);
    const now = world.lines.filter(line => !line.previous);
    expect(textsOf(feed)).toEqual(now.map(line => line.text));
    expect(feed.store.counts).toMatchObject({ scanned: 64, matched: 60 });
    // Of the lines of a minute and a half that came at once two are of the ten seconds before the last two.
    expect(feed.store.rateOf(feed.store.sources()[0].pod, clock.now())).toBe(
      0.2,
    );
    stop();
    await clock.advance(0);
    expect(api.openStreams()).toBe(0);
    expect(clock.pending()).toBe(0);
  });

  it('tells rates of now, whatever the clocks of the browser and of a cluster say', async () => {
    const { clock, world, api, feed } = setUp();
    const stop = feed.start();
    await drawn(clock);
    const { origin } = world.lines.find(({ previous }) => !previous)!;
    const ahead = 300_000;
    api.tell({
      type: 'state',
      at: new Date(clock.now()).toISOString(),
      cluster: origin.cluster,
      state: 'skewed',
      message: 'Its clock is ahead',
      skewMs: ahead,
    });
    await drawn(clock);
    // The portal is half a minute ahead of the browser, and the cluster five minutes of the portal.
    const portal = () => clock.now() + 30_000;
    for (let second = 0; second < 14; second += 1) {
      const at = new Date(portal() + ahead).toISOString().slice(0, -1);
      api.write(
        ['000000', '000001', '000002'].map(nanos => ({
          origin,
          at: `${at}${nanos}Z`,
          text: 'live',
          level: 'info',
        })),
      );
      api.tell({
        type: 'heartbeat',
        at: new Date(portal()).toISOString(),
        cursor: '0',
        scanned: 0,
        matched: 0,
        levels: { error: 0, warn: 0, info: 0, debug: 0 },
      });
      await drawn(clock, 1_000);
    }
    const { pod } = feed.store.sources()[0];
    expect(feed.store.rateOf(pod, clock.now())).toBe(3);
    stop();
  });

  it('goes on after a break where it was, each line once, and says who joined', async () => {
    const { clock, world, api, feed } = setUp();
    const stop = feed.start();
    await drawn(clock);
    api.fail('streamLogs', new Error('connection reset'));
    await clock.advance(0);
    expect(feed.getState()).toMatchObject({
      phase: 'following',
      connection: { kind: 'retrying' },
    });
    api.mend('streamLogs');
    const last = world.lines.at(-1)!;
    api.write([
      { ...last, text: 'written while nobody listened' },
      {
        ...last,
        origin: { ...last.origin, pod: 'orders-6d9f7c-new01', podUid: 'new' },
        text: 'a new pod',
      },
    ]);
    await drawn(clock, 1_000);
    const { request } = api.asked().at(-1)!;
    expect(request).toEqual({ cursor: '64' });
    expect(textsOf(feed).slice(59)).toEqual([
      last.text,
      'written while nobody listened',
      '(joined)',
      'a new pod',
    ]);
    stop();
  });

  it('holds what is shown still, and counts what waits', async () => {
    const { clock, world, api, feed } = setUp();
    const stop = feed.start();
    await drawn(clock);
    feed.change(store => store.hold());
    const last = world.lines.at(-1)!;
    api.write([{ ...last, text: 'while paused' }]);
    await drawn(clock);
    expect(feed.store.rows.length).toBe(60);
    expect(feed.store.waiting).toBe(1);
    feed.change(store => store.release());
    expect(textsOf(feed).at(-1)).toBe('while paused');
    expect(feed.store.waiting).toBe(0);
    stop();
  });

  it('leaves out muted pods, also of what comes later', async () => {
    const { clock, world, api, feed } = setUp();
    const stop = feed.start();
    await drawn(clock);
    const muted = feed.store.sources()[0].pod;
    feed.change(store => store.mute(new Set([muted])));
    expect(feed.store.rows.length).toBe(45);
    const mine = world.lines.find(
      line => !line.previous && muted.endsWith(line.origin.pod),
    )!;
    api.write([{ ...mine, text: 'muted' }]);
    await drawn(clock);
    expect(feed.store.rows.length).toBe(45);
    feed.change(store => store.mute(new Set()));
    expect(textsOf(feed).at(-1)).toBe('muted');
    stop();
  });

  it('says what is missing, left out, restarted and silent, in words of their own', async () => {
    const { clock, api, feed } = setUp();
    const stop = feed.start();
    await drawn(clock);
    const at = '2026-11-24T14:02:01Z';
    const records: LogRecord[] = [
      { type: 'gap', source: 0, from: at, to: at, reason: 'rotated' },
      { type: 'dropped', count: 1204, from: at, to: at, sources: [0, 1, 0] },
      {
        type: 'state',
        at,
        source: 1,
        state: 'restarted',
        message: 'It runs again',
        exitCode: 137,
      },
      {
        type: 'state',
        at,
        cluster: 'partner-kl',
        state: 'silent',
        message: 'It does not answer',
      },
      { type: 'state', at, source: 0, state: 'reconnecting', message: '…' },
    ];
    api.tell(...records);
    await drawn(clock);
    expect(textsOf(feed).slice(60)).toEqual([
      '(gap)',
      '(dropped)',
      '(restarted)',
      '(silent)',
    ]);
    const dropped = feed.store.rows.at(61);
    expect(dropped).toMatchObject({ note: { count: 1204, pods: 2 } });
    stop();
  });

  it('holds no request while the page is hidden, and asks on from its cursor', async () => {
    const { clock, api, feed, show } = setUp();
    const stop = feed.start();
    await drawn(clock);
    show(true);
    await clock.advance(5_000);
    expect(api.openStreams()).toBe(0);
    expect(feed.getState().connection.kind).toBe('paused');
    show(false);
    await drawn(clock);
    expect(api.openStreams()).toBe(1);
    expect(feed.store.rows.length).toBe(60);
    stop();
  });

  it('takes a refusal for one, asks again in a minute, and does not repeat a wrong question', async () => {
    const { clock, api, feed } = setUp();
    api.fail('streamLogs', new NotFoundError('no such entity'));
    const stop = feed.start();
    await clock.advance(0);
    expect(feed.getState().phase).toBe('failed');
    expect(api.asked()).toHaveLength(1);
    api.mend('streamLogs');
    await clock.advance(60_000);
    await drawn(clock);
    expect(feed.getState().phase).toBe('following');
    stop();

    const wrong = LogFeed.create({
      api,
      entityRef: ENTITY,
      request: { include: [{ text: 'time(out', regex: true }] },
      clock,
      visibility: { hidden: () => false, subscribe: () => () => {} },
      random: () => 0,
      elapsed: () => 0,
      frame: call => clock.after(16, call),
    });
    const stopWrong = wrong.start();
    await clock.advance(120_000);
    expect(wrong.getState()).toMatchObject({
      phase: 'failed',
      error: { cause: { name: 'InputError' } },
    });
    expect(api.asked()).toHaveLength(3);
    stopWrong();
  });
});
