import { SharedAnswers } from './SharedAnswers';

describe('shared answers', () => {
  let now: number;
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
    now = 0;
    shared = SharedAnswers.create({ now: () => now });
    asked = 0;
  });

  it('live for their whole time from when they came', async () => {
    await ask();
    now += 59_999;
    await ask();
    expect(asked).toBe(1);
    now += 1;
    await ask();
    expect(asked).toBe(2);
  });

  it('are shared as long as they are on their way', async () => {
    let come = (_answer: string) => {};
    const first = ask(new Promise(resolve => (come = resolve)));
    now += 600_000;
    const second = ask('another');
    come('late');
    expect(await Promise.all([first, second])).toEqual(['late', 'late']);
    now += 59_999;
    expect(await ask('another')).toBe('late');
    expect(asked).toBe(1);
  });

  it('are given to nobody when they failed', async () => {
    await expect(ask(Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await ask()).toBe('yes');
    expect(asked).toBe(2);
  });

  it('are given for a while when they failed, where that is wanted', async () => {
    shared = SharedAnswers.create({ now: () => now, failureLifeMs: 5_000 });
    await expect(ask(Promise.reject(new Error('no')))).rejects.toThrow('no');
    now += 4_999;
    await expect(ask()).rejects.toThrow('no');
    now += 1;
    expect(await ask()).toBe('yes');
    expect(asked).toBe(2);
  });

  it('come to the others when one who asks goes away', async () => {
    let come = (_answer: string) => {};
    const late = new Promise<string>(resolve => (come = resolve));
    const leaving = new AbortController();
    const question = (signal?: AbortSignal) =>
      shared.get(
        'question',
        () => 1_000,
        () => late,
        signal,
      );
    const first = question(leaving.signal);
    const second = question();
    leaving.abort(new Error('gone'));
    await expect(first).rejects.toThrow('gone');
    await expect(question(leaving.signal)).rejects.toThrow('gone');
    come('late');
    expect(await second).toBe('late');
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
