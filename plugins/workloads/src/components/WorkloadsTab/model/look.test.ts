import { Look, lookAt } from './look';

const at = (time: string) => Date.parse(`2026-11-23T${time}:00Z`);

describe('lookAt', () => {
  it('knows no earlier look on the first one', () => {
    expect(lookAt(undefined, at('09:00'))).toEqual({
      seen: '2026-11-23T09:00:00.000Z',
    });
  });

  it('goes on with the same look through a reload and a short absence', () => {
    const first: Look = {
      seen: '2026-11-23T09:00:00.000Z',
      before: '2026-11-22T17:00:00.000Z',
    };
    expect(lookAt(first, at('09:30'))).toEqual({
      seen: '2026-11-23T09:30:00.000Z',
      before: '2026-11-22T17:00:00.000Z',
    });
  });

  it('begins another look after an absence, and keeps when the one before ended', () => {
    const first: Look = { seen: '2026-11-23T09:00:00.000Z' };
    expect(lookAt(first, at('09:31'))).toEqual({
      seen: '2026-11-23T09:31:00.000Z',
      before: '2026-11-23T09:00:00.000Z',
    });
  });

  it('begins anew where what was kept is no time', () => {
    expect(lookAt({ seen: 'yesterday' }, at('09:00'))).toEqual({
      seen: '2026-11-23T09:00:00.000Z',
    });
  });
});
