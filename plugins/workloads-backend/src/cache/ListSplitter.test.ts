import { seededRandom } from '../projection/testUtils/seededRandom';
import { ListSplitter } from './ListSplitter';

function split(bytes: Buffer, cut: () => number) {
  const splitter = ListSplitter.create();
  const items: unknown[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = at + Math.max(1, cut());
    items.push(
      ...splitter.push(bytes.subarray(at, end)).map(text => JSON.parse(text)),
    );
    at = end;
  }
  return { ...JSON.parse(splitter.frame), items };
}

const tricky = {
  kind: 'PodList',
  items: [
    { name: 'brackets in texts', text: '"items":[{]}\\' },
    {},
    { name: 'ünïcödé 雪 \u0000 \ud83d\ude00', deep: [[{ a: [] }], '}'] },
    { items: [{ items: ['\\"'] }], quote: '\\\\"' },
  ],
  other: [{ items: [] }],
  metadata: { resourceVersion: '"items":[', continue: '雪' },
};

it.each([undefined, 2])('cuts wherever chunks end (indent %s)', indent => {
  const bytes = Buffer.from(JSON.stringify(tricky, undefined, indent));
  for (let size = 1; size < 64; size += 1) {
    expect(split(bytes, () => size)).toEqual(tricky);
  }
  const random = seededRandom(7);
  for (let round = 0; round < 200; round += 1) {
    expect(split(bytes, () => Math.floor(random() * 90))).toEqual(tricky);
  }
});

it('takes a list without items, and one whose items are null', () => {
  for (const list of [{ metadata: {} }, { items: null, metadata: {} }, {}]) {
    const bytes = Buffer.from(JSON.stringify(list));
    expect(split(bytes, () => 3)).toEqual({ ...list, items: [] });
  }
});

it.each(['{"items":[1]}', '{"items":["a"]}', '{"items":[{},[]]}'])(
  'refuses what holds an item that is no object: %s',
  text => {
    expect(() => ListSplitter.create().push(Buffer.from(text))).toThrow(
      'an item that is no object',
    );
  },
);

it('refuses an item and a frame beyond 8 MB', () => {
  const block = Buffer.alloc(1024 * 1024, 'x');
  for (const head of ['{"items":[{"a":"', '{"a":"']) {
    const splitter = ListSplitter.create();
    splitter.push(Buffer.from(head));
    const pour = () => {
      for (let count = 0; count < 9; count += 1) {
        splitter.push(block);
      }
    };
    expect(pour).toThrow('more than 8 MB');
  }
});
