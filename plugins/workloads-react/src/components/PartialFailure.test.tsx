import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { ClusterStatus } from '@domaindeck/backstage-plugin-workloads-common';
import { ClockProvider } from '../clock';
import { ManualClock } from '../testUtils';
import { PartialFailure } from './PartialFailure';

const clock = ManualClock.at('2026-11-23T14:09:00');
const at = (seconds: number) =>
  new Date(clock.now() + seconds * 1000).toISOString();

const live: ClusterStatus = {
  name: 'dev-1',
  tier: 'development',
  state: 'live',
};
const silent: ClusterStatus = {
  name: 'partner-kl',
  tier: 'partner',
  state: 'unreachable',
  asOf: at(-420),
  retryAt: at(12),
};
const refusing: ClusterStatus = {
  name: 'test-1',
  tier: 'testing',
  state: 'denied',
  reason: 'credential expired 13:50',
};

function show(
  clusters: ClusterStatus[],
  onTryNow?: () => void,
  language: 'en' | 'zh' = 'en',
) {
  renderInTestApp(
    <ClockProvider clock={clock}>
      <PartialFailure clusters={clusters} onTryNow={onTryNow} />
      <p>the rest</p>
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

describe('PartialFailure', () => {
  // The app remembers the language of the reader there.
  beforeEach(() => window.localStorage.clear());

  it('says in Chinese why', async () => {
    const silentInWords = {
      ...silent,
      reason: 'https://a:6443 does not answer',
      cause: { code: 'network.silent', params: { url: 'https://a:6443' } },
    };
    show(
      [
        live,
        silentInWords,
        {
          ...refusing,
          reason: 'the cluster refuses the token',
          cause: { code: 'credential.refused' },
        },
      ],
      undefined,
      'zh',
    );
    expect(
      await screen.findByText(/拒绝门户访问：集群拒绝了门户的凭据（401）/),
    ).toBeVisible();
    const [line] = screen.getAllByRole('listitem');
    expect(line).toHaveAttribute(
      'title',
      'https://a:6443 没有应答；请检查门户能否通过网络访问它',
    );
  });

  it('names each cluster that does not answer, and why', async () => {
    const onTryNow = jest.fn();
    show([live, silent, refusing], onTryNow);
    const lines = await screen.findAllByRole('listitem');
    expect(lines.map(line => line.textContent)).toEqual([
      'partner-kl is silent since 14:02, next try in 12 s',
      'test-1 refuses the portal: credential expired 13:50',
    ]);
    await userEvent.click(screen.getByRole('button', { name: 'Try now' }));
    expect(onTryNow).toHaveBeenCalledTimes(1);
  });

  it('takes the portal’s own network for the cause when nobody answers', async () => {
    show([silent, { ...silent, name: 'dev-1' }]);
    expect(
      await screen.findByText(/No cluster answers since 14:02/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('is not there while all answer', async () => {
    show([live]);
    await screen.findByText('the rest');
    expect(
      screen.queryByRole('region', { name: 'Clusters that do not answer' }),
    ).not.toBeInTheDocument();
  });
});
