import { EventEmitter } from 'node:events';
import { ServerResponse } from 'node:http';
import { writeNdjson } from './writeNdjson';

/** An answer to a reader who takes something only when told to. */
class SlowResponse extends EventEmitter {
  readonly written: string[] = [];
  headersSent = false;
  ended: 'properly' | 'cut' | undefined;

  writeHead(): void {
    this.headersSent = true;
  }

  write(text: string | Buffer): boolean {
    this.written.push(text.toString());
    return false;
  }

  end(): void {
    this.ended = 'properly';
  }

  destroy(): void {
    this.ended = 'cut';
  }
}

describe('writeNdjson', () => {
  let response: SlowResponse;
  let pulled: number;
  let returned: boolean;
  let gone: AbortController;

  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] });
    response = new SlowResponse();
    pulled = 0;
    returned = false;
    gone = new AbortController();
  });

  afterEach(() => jest.useRealTimers());

  async function* batches() {
    try {
      for (;;) {
        pulled += 1;
        yield [{ batch: pulled }, { of: 'two' }];
      }
    } finally {
      returned = true;
    }
  }

  const settle = () => new Promise(setImmediate);

  function write() {
    return writeNdjson(
      response as unknown as ServerResponse,
      batches(),
      gone.signal,
    );
  }

  it('gathers nothing for a reader who takes nothing, and goes on when he does', async () => {
    const writing = write();
    await settle();
    expect(response.written).toEqual(['{"batch":1}\n{"of":"two"}\n']);
    expect(pulled).toBe(1);
    response.emit('drain');
    await settle();
    expect(pulled).toBe(2);
    expect(response.written).toHaveLength(2);
    gone.abort();
    await writing;
    expect(returned).toBe(true);
    expect(response.listenerCount('drain')).toBe(0);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('cuts off a reader who takes nothing for a minute', async () => {
    const writing = write();
    await settle();
    jest.advanceTimersByTime(59_999);
    await settle();
    expect(response.ended).toBeUndefined();
    jest.advanceTimersByTime(1);
    await writing;
    expect(response.ended).toBe('cut');
    expect(returned).toBe(true);
    expect(response.listenerCount('drain')).toBe(0);
  });
});
