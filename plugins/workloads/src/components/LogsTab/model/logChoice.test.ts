import { logsWorld } from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import { chosenPods, crashToShow, filterOf, withLevels } from './logChoice';
import { LogsView, readLogsView } from './logsView';

const { sources } = logsWorld(Date.parse('2026-11-24T14:02:00Z'));
const view = (query: string): LogsView =>
  readLogsView(new URLSearchParams(query));

describe('what the backend is asked for', () => {
  it('names nothing when nothing is chosen', () => {
    expect(filterOf(sources, view(''), undefined)).toEqual({});
  });

  it('names a service in every environment in which it is', () => {
    const chosen = view(
      'service=pricing&container=pricing&has=/a|b/&not=healthz&level=error',
    );
    const filter = filterOf(sources, chosen, undefined);
    expect(filter).toEqual({
      sources: [
        {
          cluster: 'prod-sh',
          namespace: 'payments-prod',
          workload: 'pricing',
          container: 'pricing',
        },
      ],
      include: [{ text: 'a|b', regex: true }],
      exclude: [{ text: 'healthz' }],
    });
    expect(withLevels(filter, chosen).levels).toEqual(['error']);
  });

  it('never names an environment that may not be read', () => {
    const closed = {
      ...sources,
      environments: sources.environments.map(one => ({
        ...one,
        readable: one.cluster !== 'prod-sh',
      })),
    };
    expect(
      filterOf(closed, view('service=orders'), undefined).sources?.map(
        one => one.cluster,
      ),
    ).toEqual(['dev-1', 'partner-kl']);
  });
});

describe('the run before the restart', () => {
  it('comes first when the service of a crashed pod is opened', () => {
    const crash = crashToShow(sources, view('service=pricing'));
    expect(crash?.pod.name).toBe('pricing-6d9f7c-2kq8v');
    expect(filterOf(sources, view('service=pricing'), crash).sources).toEqual([
      {
        cluster: 'prod-sh',
        namespace: 'payments-prod',
        pod: 'pricing-6d9f7c-2kq8v',
        container: 'pricing',
      },
    ]);
  });

  it.each(['', 'service=orders', 'service=pricing&previous=0'])(
    'does not push itself in front of %j',
    query => {
      expect(crashToShow(sources, view(query))).toBeUndefined();
    },
  );

  it('is only looked for in the pods of the choice', () => {
    expect(
      chosenPods(sources, view('env=dev-1/payments-dev')).map(pod => pod.name),
    ).toEqual(['orders-6d9f7c-b2qnl']);
    expect(
      crashToShow(
        sources,
        view('service=pricing&env=dev-1/payments-dev&previous=1'),
      ),
    ).toBeUndefined();
  });
});
