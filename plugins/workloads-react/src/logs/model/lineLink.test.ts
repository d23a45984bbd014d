import { lineHash, readLineLink, writeLineLink } from './lineLink';

const source = {
  cluster: 'prod-sh',
  namespace: 'payments-prod',
  pod: 'pricing-6d9f7c-2kq8v',
  container: 'pricing',
};
const at = '2026-11-24T14:01:53.609000123Z';

describe('lineLink', () => {
  it('names a line to the nanosecond and comes back', () => {
    const text = writeLineLink(source, at, 'quote timed out ~ / ?');
    expect(text).toMatch(
      /^prod-sh\/payments-prod\/pricing-6d9f7c-2kq8v\/pricing~1795528913609000123~[0-9a-z]+$/,
    );
    expect(readLineLink(text)).toEqual({
      source,
      at,
      hash: lineHash(at, 'quote timed out ~ / ?'),
    });
  });

  it.each(['', 'a/b/c~1~2', 'a/b/c/d~1795528913609000123', 'a/b/c/d~x~y'])(
    'does not take %j for a line',
    text => {
      expect(readLineLink(text)).toBeUndefined();
    },
  );
});
