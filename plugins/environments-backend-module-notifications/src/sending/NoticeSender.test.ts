import { mockServices } from '@backstage/backend-test-utils';
import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { FakeClock } from '@domaindeck/backstage-plugin-workloads-node/testUtils';
import { Notice } from '../notices';
import { NoticeSender } from './NoticeSender';

/** A notifications backend that fails or holds its answers as the test says. */
class Backend {
  readonly asked: string[] = [];
  readonly taken: string[] = [];
  readonly #held: (() => void)[] = [];
  state: 'up' | 'down' | 'held' = 'up';

  async send({ payload }: NotificationSendOptions): Promise<void> {
    this.asked.push(payload.title);
    if (this.state === 'held') {
      await new Promise<void>(resolve => {
        this.#held.push(resolve);
      });
    }
    if (this.state === 'down') {
      throw new Error('Request failed with status 503');
    }
    this.taken.push(payload.title);
  }

  release(): void {
    this.state = 'up';
    this.#held.splice(0).forEach(go => go());
  }
}

function notice(title: string, scope = 'environment:e-1'): Notice {
  return {
    scope,
    expiresAt: 0,
    notification: {
      recipients: { type: 'entity', entityRef: 'user:default/dev-one' },
      payload: { title, scope },
    },
  };
}

/** Everything that waits for nothing but promises has happened. */
const settled = () => new Promise(resolve => setImmediate(resolve));

function start() {
  const backend = new Backend();
  const clock = FakeClock.create();
  const logger = mockServices.logger.mock();
  const sender = NoticeSender.create({ clock, logger, notifications: backend });
  const pass = async (ms: number) => {
    clock.advance(ms);
    await settled();
  };
  return { backend, clock, logger, pass, sender };
}

describe('NoticeSender', () => {
  it('tries again until it is taken, and says so once', async () => {
    const { backend, clock, logger, pass, sender } = start();
    backend.state = 'down';
    sender.send(notice('ready'));
    await settled();
    await pass(2_000);
    await pass(15_000);
    expect(backend.asked).toHaveLength(3);
    backend.state = 'up';
    await pass(60_000);
    expect(backend.taken).toEqual(['ready']);
    expect(clock.pending).toBe(0);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.error).not.toHaveBeenCalled();
  });

  it('gives up after an hour, and says of what nobody heard', async () => {
    const { backend, clock, logger, pass, sender } = start();
    backend.state = 'down';
    sender.send(notice('ready'));
    await settled();
    while (clock.nextIn !== undefined) {
      await pass(clock.nextIn);
    }
    expect(clock.now().getTime() - Date.UTC(2026, 10, 1)).toBeGreaterThan(
      50 * 60_000,
    );
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining('Nobody was told "ready"'),
      expect.any(Error),
    );
    expect(backend.taken).toEqual([]);
  });

  it('counts no answer for a failure', async () => {
    const { backend, logger, pass, sender } = start();
    backend.state = 'held';
    sender.send(notice('ready'));
    await settled();
    await pass(30_000);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.any(String),
      expect.objectContaining({ message: 'There was no answer for 30 s' }),
    );
    backend.state = 'up';
    await pass(2_000);
    expect(backend.taken).toEqual(['ready']);
  });

  it('sends one at a time of an environment, and only the latest of those that wait', async () => {
    const { backend, sender } = start();
    backend.state = 'held';
    sender.send(notice('failed'));
    await settled();
    sender.send(notice('changed'));
    sender.send(notice('ready'));
    sender.send(notice('other', 'environment:e-2'));
    await settled();
    expect(backend.asked).toEqual(['failed', 'other']);
    backend.release();
    await settled();
    expect(backend.taken).toEqual(['failed', 'other', 'ready']);
  });

  it('forgets what is outdated before it was taken', async () => {
    const { backend, clock, pass, sender } = start();
    backend.state = 'down';
    sender.send(notice('ends'));
    await settled();
    sender.withdraw('environment:e-1', () => false);
    expect(clock.pending).toBe(1);
    sender.withdraw('environment:e-1', () => true);
    backend.state = 'up';
    await pass(60_000);
    expect(backend.asked).toEqual(['ends']);
    expect(backend.taken).toEqual([]);
  });

  it('is not kept by a backend that never answers', async () => {
    const { backend, clock, pass, sender } = start();
    backend.state = 'held';
    sender.send(notice('ready'));
    await settled();
    const stopped = sender.stop();
    await pass(2_000);
    await stopped;
    expect(clock.pending).toBe(0);
  });

  it('leaves no timer behind, and says what was not sent', async () => {
    const { backend, clock, logger, sender } = start();
    backend.state = 'down';
    sender.send(notice('one'));
    await settled();
    backend.state = 'held';
    sender.send(notice('two', 'environment:e-2'));
    await settled();
    const stopped = sender.stop();
    backend.release();
    await stopped;
    sender.send(notice('three', 'environment:e-3'));
    await settled();
    expect(backend.taken).toEqual(['two']);
    expect(clock.pending).toBe(0);
    expect(logger.warn).toHaveBeenLastCalledWith(
      'Notices of 1 environments were not sent before the end',
    );
  });
});
