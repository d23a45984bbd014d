import { FakeClock } from '../testUtils';
import { SharedAnswers } from './SharedAnswers';

describe('shared answers', () => {
  let clock: FakeClock;
  let shared: SharedAnswers<string>;
  let asked: number;
  const ask = (answer: Promise<string> | string = 'yes', key = 'question') =>
    shared.get(
      key,
      () => 60_000,
      async () => {
        asked += 1;
        return answer;
      },
    );

  beforeEach(() => {
    clock = FakeClock.create();
    shared = SharedAnswers.create(clock);
    asked = 0;
  });

  it('live for their whole time from when they came', async () => {
    await ask();
    clock.advance(59_999);
    await ask();
    expect(asked).toBe(1);
    clock.advance(1);
    await ask();
    expect(asked).toBe(2);
  });

  it('are shared as long as they are on their way', async () => {
    let come = (_answer: string) => {};
    const first = ask(new Promise(resolve => (come = resolve)));
    clock.advance(600_000);
    const second = ask('another');
    come('late');
    expect(await Promise.all([first, second])).toEqual(['late', 'late']);
    clock.advance(59_999);
    expect(await ask('another')).toBe('late');
    expect(asked).toBe(1);
  });

  it('are given to nobody when they failed', async () => {
    await expect(ask(Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await ask()).toBe('yes');
    expect(asked).toBe(2);
  });

  it('forget the oldest of too many', async () => {
    await ask('yes', 'first');
    for (let index = 0; index < 400; index += 1) {
      await ask('yes', `more-${index}`);
    }
    expect(asked).toBe(401);
    await ask('yes', 'more-399');
    expect(asked).toBe(401);
    await ask('yes', 'first');
    expect(asked).toBe(402);
  });
});
