import { orAborted } from './orAborted';

const never = new Promise<string>(() => {});

it('gives what it waits for', async () => {
  const { signal } = new AbortController();
  await expect(orAborted(Promise.resolve('a'), signal)).resolves.toBe('a');
  await expect(orAborted(Promise.resolve('a'), undefined)).resolves.toBe('a');
});

it('ends what would never end, whether the signal aborts before or after', async () => {
  const before = AbortSignal.abort(new Error('before'));
  await expect(orAborted(never, before)).rejects.toThrow('before');
  const controller = new AbortController();
  const waiting = orAborted(never, controller.signal);
  controller.abort(new Error('after'));
  await expect(waiting).rejects.toThrow('after');
});
