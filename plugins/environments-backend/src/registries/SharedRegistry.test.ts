import { RegistryError } from './RegistryError';
import { SharedRegistry } from './SharedRegistry';
import { Registry } from './types';

const SECOND = 1_000;

describe('SharedRegistry', () => {
  let now: number;
  let asked: string[];
  let answer: () => Promise<unknown>;
  let shared: SharedRegistry;

  beforeEach(() => {
    now = 1_000_000;
    asked = [];
    answer = async () => true;
    const ask = (what: string) => {
      asked.push(what);
      return answer();
    };
    const registry: Registry = {
      host: 'registry.example.com',
      tags: path => ask(path) as ReturnType<Registry['tags']>,
      has: (path, tag) => ask(`${path}@${tag}`) as Promise<boolean>,
      builtAt: (path, tag) => ask(`${path}@${tag}`) as Promise<number>,
    };
    shared = SharedRegistry.create({ registry, now: () => now });
  });

  it('asks once for all who want the same, also at the same time', async () => {
    expect(
      await Promise.all([
        shared.has('a/b', '1'),
        shared.has('a/b', '1'),
        shared.has('a/b', '2'),
      ]),
    ).toEqual([true, true, true]);
    now += 59 * SECOND;
    await shared.has('a/b', '1');
    expect(asked).toEqual(['a/b@1', 'a/b@2']);
    now += 2 * SECOND;
    await shared.has('a/b', '1');
    expect(asked).toHaveLength(3);
  });

  it('asks soon again for what was missing, for part of a list and after a failure', async () => {
    answer = async () => false;
    await shared.has('a/b', '1');
    answer = async () => ({ tags: ['1'], missing: 'timeout' });
    await shared.tags('a/b');
    answer = async () => {
      throw new RegistryError('unreachable', 'gone');
    };
    await expect(shared.has('a/b', '2')).rejects.toThrow('gone');
    await expect(shared.has('a/b', '2')).rejects.toThrow('gone');
    expect(asked).toHaveLength(3);
    now += 6 * SECOND;
    answer = async () => true;
    expect(await shared.has('a/b', '1')).toBe(true);
    await shared.tags('a/b');
    expect(await shared.has('a/b', '2')).toBe(true);
    expect(asked).toHaveLength(6);
  });

  it('takes no answer from others when one goes away', async () => {
    let give = (_: boolean) => {};
    answer = () =>
      new Promise<boolean>(resolve => {
        give = resolve;
      });
    const gone = new AbortController();
    const first = shared.has('a/b', '1', gone.signal);
    const second = shared.has('a/b', '1');
    gone.abort(new Error('gone'));
    await expect(first).rejects.toThrow('gone');
    give(true);
    expect(await second).toBe(true);
    expect(asked).toHaveLength(1);
  });

  it('leaves a registry alone that wants to be', async () => {
    answer = async () => {
      throw new RegistryError('rate-limited', 'too often', 30 * SECOND);
    };
    await expect(shared.has('a/b', '1')).rejects.toThrow('too often');
    answer = async () => ({ tags: [] });
    now += 20 * SECOND;
    await expect(shared.tags('c/d')).rejects.toMatchObject({
      problem: 'rate-limited',
    });
    expect(asked).toHaveLength(1);
    now += 11 * SECOND;
    await shared.tags('c/d');
    expect(asked).toHaveLength(2);
  });

  it('remembers no more than it has room for', async () => {
    for (let count = 0; count < 5_001; count += 1) {
      await shared.has('a/b', `1.0.${count}`);
    }
    await shared.has('a/b', '1.0.5000');
    expect(asked).toHaveLength(5_001);
    await shared.has('a/b', '1.0.0');
    expect(asked).toHaveLength(5_002);
  });
});
