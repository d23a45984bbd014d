import { gunzipSync, gzipSync } from 'node:zlib';
import { GzipBody, gzipPiece } from './GzipBody';

describe('GzipBody', () => {
  it('is read back as its parts one after the other, whatever they are', async () => {
    const seldom = Array.from({ length: 200_000 }, (_, index) =>
      String.fromCharCode(0x4e00 + ((index * 7919) % 20_000)),
    ).join('');
    const texts = [
      '',
      '{"items":[',
      '派单 ',
      '"the same again" '.repeat(5_000),
      seldom,
      '"the same again" '.repeat(5_000),
      ']}',
    ].map(text => Buffer.from(text));
    const pieces = await Promise.all(texts.map(gzipPiece));
    const whole = Buffer.concat(texts).toString();
    // Every way to add each of the parts.
    for (let ways = 0; ways < 2 ** texts.length; ways += 1) {
      const body = GzipBody.create();
      pieces.forEach((piece, index) =>
        ways & (1 << index) ? body.add(piece) : body.addPlain(piece.text),
      );
      expect(gunzipSync(body.finish()).toString() === whole).toBe(true);
    }
  });

  it('may be used in many answers, and is about as small as when compressed at once', async () => {
    const text = Buffer.from('{"name":"pricing","ready":true},'.repeat(500));
    const piece = await gzipPiece(text);
    const one = GzipBody.create().add(piece).finish();
    const two = GzipBody.create().add(piece).add(piece).finish();
    expect(gunzipSync(one)).toEqual(text);
    expect(gunzipSync(two)).toEqual(Buffer.concat([text, text]));
    expect(one.length).toBeLessThan(gzipSync(text).length + 10);
  });
});
