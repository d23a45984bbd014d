import { FairSlots, Slots } from './FairSlots';

const forever = new AbortController().signal;

/** Takes as many as are to be had at once. */
async function takeAll(slots: Slots): Promise<(() => void)[]> {
  const taken: (() => void)[] = [];
  while (slots.free > 0) {
    taken.push(await slots.take(forever));
  }
  return taken;
}

describe('FairSlots', () => {
  it('leaves room for others, however many one takes', async () => {
    const slots = FairSlots.create(200);
    const [first, second, third] = ['ann', 'bea', 'cem'].map(who =>
      slots.of(who),
    );
    expect((await takeAll(first)).length).toBe(100);
    expect((await takeAll(second)).length).toBe(50);
    expect((await takeAll(third)).length).toBe(25);
    expect(slots.of('dan').free).toBe(25);
    expect(slots.of('ann').free).toBe(0);
  });

  it('serves who waits when something is given back, and passes over who holds too many', async () => {
    const slots = FairSlots.create(4);
    const [give, giveToo] = await takeAll(slots.of('ann'));
    const entered: string[] = [];
    const wait = async (who: string) => {
      const back = await slots.of(who).take(forever);
      entered.push(who);
      return back;
    };
    const more = wait('ann');
    const others = [await wait('bea'), await wait('cem')];
    const late = wait('dan');
    give();
    await late;
    expect(entered).toEqual(['bea', 'cem', 'dan']);
    // Twice the same is given back once.
    give();
    others.forEach(back => back());
    giveToo();
    await more;
    expect(entered).toEqual(['bea', 'cem', 'dan', 'ann']);
  });

  it('forgets who goes away while waiting', async () => {
    const slots = FairSlots.create(2);
    const back = await slots.of('ann').take(forever);
    const gone = new AbortController();
    const waiting = slots.of('ann').take(gone.signal);
    gone.abort(new Error('gone'));
    await expect(waiting).rejects.toThrow('gone');
    await expect(slots.of('ann').take(gone.signal)).rejects.toThrow('gone');
    back();
    expect(slots.of('bea').free).toBe(2);
  });
});
