import { seededRandom } from '../projection/testUtils';
import { withoutManagedFields } from './withoutManagedFields';

/** Texts that look like what is cut, and like its borders. */
const NASTY = [
  '"managedFields":[',
  ',"managedFields":[]',
  '{"managedFields":[{"a":1}],',
  '\\',
  '\\"',
  ']',
  '}]}',
  '",',
  'x,',
  '{',
  '派单 "managedFields":[',
  '\u2028\n\t',
];
const OFTEN = Array.from({ length: 8 }, () => 'managedFields');
/** Without backslashes: of keys with them, V8's own parser takes one for another now and then. */
const KEYS = [...OFTEN, 'metadata', 'name', ...NASTY].filter(
  key => !key.includes('\\'),
);

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Removes the key where its value is a list: the first one of the text, as it stands there. */
function removeFirst(value: Json): boolean {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  if (Array.isArray(value)) {
    return value.some(removeFirst);
  }
  for (const key of Object.keys(value)) {
    if (key === 'managedFields' && Array.isArray(value[key])) {
      delete value[key];
      return true;
    }
    if (removeFirst(value[key])) {
      return true;
    }
  }
  return false;
}

describe('withoutManagedFields', () => {
  it('takes out the list wherever it stands among the other fields', () => {
    const fields = '"managedFields":[{"fieldsV1":{"f:a":[["]"]]}}]';
    expect(withoutManagedFields(`{"a":1,${fields},"b":2}`)).toBe(
      '{"a":1,"b":2}',
    );
    expect(withoutManagedFields(`{"a":1,${fields}}`)).toBe('{"a":1}');
    expect(withoutManagedFields(`{${fields},"b":2}`)).toBe('{"b":2}');
    expect(withoutManagedFields(`{${fields}}`)).toBe('{}');
    expect(withoutManagedFields('{"managedFields":[]}')).toBe('{}');
  });

  it.each([
    '',
    '{"a":"b"}',
    '{"managedFields":"text"}',
    '{"managedFields" : [1]}',
    '{"annotation":"{\\"managedFields\\":[1]}"}',
    '{"x\\"managedFields":[1]}',
    '{"managedFields":[{"cut":"off',
    '{"managedFields":[1,[2]',
    '{"managedFields":["never ends\\"',
  ])('leaves alone %s', json => {
    expect(withoutManagedFields(json)).toBe(json);
  });

  it('is the same as parsing everything and dropping the list, for any object', () => {
    const random = seededRandom(20261124);
    const pick = <T>(from: readonly T[]): T =>
      from[Math.floor(random() * from.length)];
    const make = (depth: number): Json => {
      const kind = depth > 4 ? random() * 0.5 : random();
      if (kind < 0.35) {
        return Array.from({ length: Math.floor(random() * 4) }, () =>
          pick(NASTY),
        ).join(pick(['', ' ', '"', '\\']));
      }
      if (kind < 0.5) {
        return pick([0, -1.5e300, true, false, null]);
      }
      if (kind < 0.7) {
        return Array.from({ length: Math.floor(random() * 4) }, () =>
          make(depth + 1),
        );
      }
      return Object.fromEntries(
        Array.from({ length: Math.floor(random() * 5) }, () => [
          pick(KEYS),
          make(depth + 1),
        ]),
      );
    };
    let removed = 0;
    for (let round = 0; round < 8_000; round += 1) {
      const object = make(0);
      const json = JSON.stringify(object);
      const found = JSON.parse(withoutManagedFields(json));
      removed += removeFirst(object) ? 1 : 0;
      expect([json, JSON.stringify(found)]).toEqual([
        json,
        JSON.stringify(object),
      ]);
    }
    // The rounds are of use only when they often have something to take out.
    expect(removed).toBeGreaterThan(500);
  });

  it('never makes a whole of what was cut off', () => {
    const json =
      '{"metadata":{"managedFields":[{"fieldsV1":{"f:a":{"k:{\\"b\\":1}":{}}}}],"name":"a"},"spec":{}}';
    for (let length = 0; length < json.length; length += 1) {
      expect(() =>
        JSON.parse(withoutManagedFields(json.slice(0, length))),
      ).toThrow(SyntaxError);
    }
  });
});
