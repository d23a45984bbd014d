import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { Workload } from '@domaindeck/backstage-plugin-workloads-common';
import { aWorkload, paymentsWorld } from '../testUtils';
import { useProblemText } from './useProblemText';

const now = Date.parse('2026-11-23T14:09:00Z');
const { workloads } = paymentsWorld(now);
const find = (id: string) => workloads.find(w => w.id === id)!;

const inChinese = {
  config: {
    app: {
      baseUrl: 'http://localhost:3000',
      extensions: [
        {
          'api:app/app-language': {
            config: { defaultLanguage: 'zh', availableLanguages: ['en', 'zh'] },
          },
        },
      ],
    },
    backend: { baseUrl: 'http://localhost:7007' },
  },
};

function Say(props: { workload: Workload }) {
  const text = useProblemText();
  const [problem] = props.workload.problems;
  return (
    <>
      <p>{text.reason(props.workload) ?? 'no reason'}</p>
      {problem && <p>{text.sentence(problem)}</p>}
      {problem && <p>{text.step(problem)}</p>}
    </>
  );
}

const pricing = find('prod-sh/payments-prod/Deployment/pricing');

describe('useProblemText', () => {
  // The app remembers the language of the reader there.
  beforeEach(() => window.localStorage.clear());

  it('says what the server says in English', async () => {
    renderInTestApp(<Say workload={pricing} />);
    expect(
      await screen.findByText('Out of memory, restarting'),
    ).toBeInTheDocument();
    expect(
      await screen.findByText(
        '1 of 3 pods keeps crashing: out of memory at its 512 MiB limit',
      ),
    ).toBeInTheDocument();
  });

  it('builds the Chinese sentence from the facts', async () => {
    renderInTestApp(<Say workload={pricing} />, inChinese);
    expect(await screen.findByText('内存不足，反复重启')).toBeInTheDocument();
    expect(
      await screen.findByText(
        '3 个 Pod 中有 1 个反复崩溃：内存达到 512 MiB 上限',
      ),
    ).toBeInTheDocument();
  });

  it('tells causes apart', async () => {
    const [problem] = pricing.problems;
    const params = { pods: 1, total: 2, image: 'risk:1' };
    const pull = (cause: string) => ({
      ...pricing,
      problems: [
        {
          ...problem,
          code: 'image-pull' as const,
          params: { ...params, cause },
        },
      ],
    });
    renderInTestApp(
      <>
        <Say workload={pull('refused')} />
        <Say workload={pull('not-found')} />
        <Say workload={pull('new')} />
      </>,
      inChinese,
    );
    for (const why of [
      '镜像仓库拒绝该集群拉取 risk:1',
      '镜像仓库中没有 risk:1',
      '无法拉取镜像 risk:1',
    ]) {
      expect(
        await screen.findByText(`2 个 Pod 中有 1 个无法启动：${why}`),
      ).toBeInTheDocument();
    }
  });

  it('falls back to the server’s sentence when a fact is missing', async () => {
    const [problem] = pricing.problems;
    renderInTestApp(
      <Say
        workload={{
          ...pricing,
          problems: [{ ...problem, params: { pods: 1 } }],
        }}
      />,
      inChinese,
    );
    expect(await screen.findByText(problem.message)).toBeInTheDocument();
  });

  it('counts what is left of a rollout and is silent about what is well', async () => {
    renderInTestApp(
      <>
        <Say workload={find('dev-1/payments-dev/Deployment/ledger')} />
        <Say workload={aWorkload({ cluster: 'dev-1', name: 'well' })} />
      </>,
    );
    expect(await screen.findByText('Rolling out, 2 to go')).toBeInTheDocument();
    expect(await screen.findByText('no reason')).toBeInTheDocument();
  });

  it('says of a state what stands behind it, and what to do next', async () => {
    const cause = (code: string, params: Record<string, string> = {}) => ({
      reason: 'in English',
      reasonCause: { code, params },
    });
    renderInTestApp(
      <>
        <Say
          workload={{
            ...pricing,
            problems: [],
            ...cause('state.starting', { count: '2' }),
          }}
        />
        <Say workload={{ ...pricing, ...cause('problem.job-failed') }} />
        <Say workload={{ ...pricing, ...cause('problem.of-tomorrow') }} />
      </>,
      inChinese,
    );
    for (const words of ['启动中，还剩 2 个', '任务失败', 'in English']) {
      expect(await screen.findByText(words)).toBeInTheDocument();
    }
    expect(
      screen.getAllByText(
        '在指标页查看内存用在哪里，或把上限调到 512 MiB 以上',
      ),
    ).toHaveLength(2);
  });

  it('says what a check got for an answer', async () => {
    const [problem] = pricing.problems;
    renderInTestApp(
      <Say
        workload={{
          ...pricing,
          problems: [
            {
              ...problem,
              code: 'not-ready',
              params: {
                pods: 1,
                total: 3,
                cause: 'check',
                answer: 'status',
                status: 503,
              },
            },
          ],
        }}
      />,
      inChinese,
    );
    expect(
      await screen.findByText(
        '3 个 Pod 中有 1 个在运行，但未通过就绪检查，HTTP 503',
      ),
    ).toBeInTheDocument();
  });

  it('does not call a workload that is well by what it got over', async () => {
    const [problem] = pricing.problems;
    renderInTestApp(
      <Say
        workload={{
          ...pricing,
          health: 'healthy',
          reason: undefined,
          problems: [{ ...problem, code: 'evicted', params: { pods: 1 } }],
        }}
      />,
    );
    expect(await screen.findByText('no reason')).toBeInTheDocument();
  });
});
