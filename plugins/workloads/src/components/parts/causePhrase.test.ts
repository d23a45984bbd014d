import { flattenMessages } from '@domaindeck/backstage-plugin-workloads-react';
import { causesMessagesZh } from '../../translation/causesZh';
import { causePhrase, causeTexts } from './causePhrase';

describe('causePhrase', () => {
  it('gives the text of a known code with its facts, times raw', () => {
    expect(
      causePhrase('It expires at 14:00', {
        code: 'token.expires',
        params: { time: '2026-11-23T14:00:00Z', key: 'a.key' },
      }),
    ).toEqual({
      key: 'clusters.cause.tokenExpires',
      params: {
        message: 'It expires at 14:00',
        key: 'a.key',
        time: { clock: '2026-11-23T14:00:00Z' },
      },
    });
  });

  it.each([
    ['no code', undefined],
    ['a code of a newer backend', { code: 'tls.someday' }],
    ['a name that every object has', { code: 'constructor' }],
    ['a fact that lacks', { code: 'tls.expired', params: {} }],
  ])('says it as it came with %s', (_, cause) => {
    expect(causePhrase('it rests', cause)).toEqual({ text: 'it rests' });
  });

  it('has Chinese texts of exactly the facts that they need', () => {
    const zh: Record<string, string> = flattenMessages({
      clusters: { cause: causesMessagesZh },
    });
    const texts = Object.values(causeTexts);
    expect(texts.map(({ key }) => key).sort()).toEqual(Object.keys(zh).sort());
    for (const { key, needs } of texts) {
      const places = [...zh[key].matchAll(/\{\{(\w+)/g)].map(
        ([, name]) => name,
      );
      expect({ key, places: places.sort() }).toEqual({
        key,
        places: [...needs].sort(),
      });
    }
  });
});
