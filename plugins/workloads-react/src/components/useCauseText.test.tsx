import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { Cause } from '@domaindeck/backstage-plugin-workloads-common';
import { ClockProvider } from '../clock';
import { ManualClock } from '../testUtils';
import { flattenMessages } from '../translation';
import { causesMessagesZh } from '../translation/causesZh';
import { causeTexts } from './causeTexts';
import { useCauseText } from './useCauseText';

const clock = ManualClock.at('2026-11-23T14:09:00');

function Say(props: { cause: Cause | undefined }) {
  return <p>{useCauseText()('it rests', props.cause)}</p>;
}

function show(cause: Cause | undefined, language: 'en' | 'zh') {
  renderInTestApp(
    <ClockProvider clock={clock}>
      <Say cause={cause} />
    </ClockProvider>,
    {
      config: {
        app: {
          baseUrl: 'http://localhost:3000',
          extensions: [
            {
              'api:app/app-language': {
                config: {
                  defaultLanguage: language,
                  availableLanguages: ['en', 'zh'],
                },
              },
            },
          ],
        },
        backend: { baseUrl: 'http://localhost:7007' },
      },
    },
  );
}

const expires: Cause = {
  code: 'token.expires',
  params: { time: new Date(clock.now() + 60_000).toISOString(), key: 'a.key' },
};

describe('useCauseText', () => {
  // The app remembers the language of the reader there.
  beforeEach(() => window.localStorage.clear());

  it('says a known code in Chinese, with its facts and the time of the reader', async () => {
    show(expires, 'zh');
    expect(
      await screen.findByText(
        '令牌将于 14:10 过期；请设置新的 serviceAccountToken，或通过 a.key 指定会自动更新的文件',
      ),
    ).toBeVisible();
  });

  it('says in English what the backend says', async () => {
    show(expires, 'en');
    expect(await screen.findByText('it rests')).toBeVisible();
  });

  it.each([
    ['no code', undefined],
    ['a code of a newer backend', { code: 'tls.someday' }],
    ['a name that every object has', { code: 'constructor' }],
    ['a fact that lacks', { code: 'tls.expired', params: {} }],
  ])('says it as it came with %s', async (_, cause) => {
    show(cause, 'zh');
    expect(await screen.findByText('it rests')).toBeVisible();
  });

  it('has Chinese texts of exactly the facts that they need', () => {
    const zh: Record<string, string> = flattenMessages({
      cause: causesMessagesZh,
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
