import { freeOf, roomFor } from './freeOf';

const GIB = 2 ** 30;
const M = { cores: 4, memory: 8 * GIB };

const amounts = (cores: number, gib: number, pods = 1) => ({
  cores,
  memory: gib * GIB,
  pods,
});

describe('freeOf', () => {
  const room = {
    allocatable: amounts(40, 80, 110),
    requested: new Map([
      ['baseline', amounts(10, 12, 20)],
      ['mine', amounts(1, 2, 4)],
      ['grown', amounts(6, 2, 4)],
    ]),
  };

  it('keeps for each environment its whole size, also while it asks for less or sleeps', () => {
    const free = freeOf(room, [
      { namespace: 'mine', size: M },
      { namespace: 'asleep', size: M },
      // An operator let it grow beyond its size, which was taken out of the config since.
      { namespace: 'grown' },
    ]);
    expect(free).toEqual({
      cores: 40 - 10 - 4 - 4 - 6,
      memory: (80 - 12 - 8 - 8 - 2) * GIB,
      pods: 110 - 28,
      use: 0.6,
    });
    expect(roomFor(M, free)).toBe(4);
    expect(roomFor({ cores: 2, memory: 30 * GIB }, free)).toBe(1);
  });

  it('has room for none where more is promised than there is, or no pod fits', () => {
    const full = freeOf(
      room,
      Array.from({ length: 20 }, (_, index) => ({
        namespace: `e-${index}`,
        size: M,
      })),
    );
    expect(full).toMatchObject({ cores: 0, memory: 0, use: 1 });
    expect(roomFor(M, full)).toBe(0);
    expect(roomFor(M, amounts(40, 80, 0))).toBe(0);
    expect(roomFor({ cores: 0, memory: 0 }, full)).toBeUndefined();
  });
});
