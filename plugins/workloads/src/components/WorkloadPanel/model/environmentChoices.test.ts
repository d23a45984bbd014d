import {
  anEnvironment,
  aWorkload,
} from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import { pricing, pricingWorld } from '../__testUtils__/pricingWorld';
import { environmentChoices } from './environmentChoices';

const world = pricingWorld();
const base = {
  open: pricing,
  workloads: world.workloads!,
  environments: world.environments!,
  clusters: world.clusters!,
};

describe('environmentChoices', () => {
  it('gives every baseline in the order of the clusters, with what stands there', () => {
    const choices = environmentChoices({
      ...base,
      environments: [...base.environments].reverse(),
    });
    expect(
      choices.map(({ ref, workload, silent, current }) => [
        ref,
        workload?.version,
        silent?.name,
        current,
      ]),
    ).toEqual([
      ['dev-1/payments-dev', '5.3.0', undefined, false],
      ['test-1/payments-test', undefined, undefined, false],
      ['prod-sh/payments-prod', '5.2.1', undefined, true],
      ['partner-kl/payments-partner', '5.2.0', 'partner-kl', false],
    ]);
  });

  it('leaves out the environments of people in which the service does not run', () => {
    const own = ['mine', 'yours'].map(namespace =>
      anEnvironment({
        cluster: 'dev-1',
        namespace,
        tier: 'development',
        kind: 'self-service',
      }),
    );
    const choices = environmentChoices({
      ...base,
      environments: [...base.environments, ...own],
      workloads: [
        ...base.workloads,
        {
          ...pricing,
          cluster: 'dev-1',
          namespace: 'mine',
          id: 'dev-1/mine/Deployment/pricing',
        },
      ],
    });
    expect(choices.map(({ ref, suffix }) => [ref, suffix])).toEqual([
      ['dev-1/payments-dev', 'dev-1'],
      ['dev-1/mine', 'mine'],
      ['test-1/payments-test', undefined],
      ['prod-sh/payments-prod', undefined],
      ['partner-kl/payments-partner', undefined],
    ]);
  });

  it('lets the worst workload of a component lead, but shows the open one as what it is', () => {
    const worker = aWorkload({
      cluster: 'dev-1',
      namespace: 'payments-dev',
      name: 'pricing-worker',
      componentRef: pricing.componentRef,
      health: 'failed',
    });
    const besideOpen = {
      ...worker,
      cluster: 'prod-sh',
      namespace: 'payments-prod',
    };
    const choices = environmentChoices({
      ...base,
      open: pricing,
      workloads: [...base.workloads, worker, besideOpen],
    });
    expect(choices[0].workload?.name).toBe('pricing-worker');
    expect(choices[2].workload?.name).toBe('pricing');
  });

  it('takes kind and name for the same service where no component is known', () => {
    const bare = (cluster: string, namespace: string, kind = 'Deployment') =>
      aWorkload({ cluster, namespace, kind, name: 'tool' });
    const choices = environmentChoices({
      ...base,
      open: bare('dev-1', 'payments-dev'),
      workloads: [
        bare('dev-1', 'payments-dev'),
        bare('prod-sh', 'payments-prod'),
        bare('test-1', 'payments-test', 'CronJob'),
      ],
    });
    expect(choices.map(choice => choice.workload !== undefined)).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });
});
