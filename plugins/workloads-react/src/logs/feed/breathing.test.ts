import { breathe } from './breathe';
import { breathing } from './breathing';

jest.mock('./breathe', () => ({ breathe: jest.fn() }));
const breathed = jest.mocked(breathe);

describe('breathing', () => {
  let now: number;
  const passed = async (workMs: number) => {
    async function* records() {
      yield* ['a', 'b', 'c', 'd'];
    }
    const told: string[] = [];
    for await (const record of breathing(records(), () => now)) {
      told.push(record);
      now += workMs;
    }
    return told;
  };

  beforeEach(() => {
    now = 0;
    breathed.mockReset();
  });

  it('lets the page draw after each slice of work, and passes on everything', async () => {
    expect(await passed(7)).toEqual(['a', 'b', 'c', 'd']);
    expect(breathed).toHaveBeenCalledTimes(2);
  });

  it('does not stop for little work', async () => {
    expect(await passed(1)).toEqual(['a', 'b', 'c', 'd']);
    expect(breathed).not.toHaveBeenCalled();
  });
});
