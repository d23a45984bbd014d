import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  EntityProviderConnection,
  EntityProviderMutation,
} from '@backstage/plugin-catalog-node';
import { FakeClock } from '@domaindeck/backstage-plugin-workloads-node/testUtils';
import { listedEnvironment } from '../__testUtils__/listedEnvironment';
import { EnvironmentEntityProvider } from './EnvironmentEntityProvider';
import { Components, ListedEnvironment } from './types';

/** A source whose answers wait until the test lets them go. */
class HeldSource {
  readonly asked: string[] = [];
  readonly #waiting: (() => void)[] = [];
  environments: readonly ListedEnvironment[] | Error = [listedEnvironment()];
  known: Components | Error = { pricing: 'component:default/pricing' };
  isHeld = false;

  async list() {
    this.asked.push('list');
    // Taken when it is asked, as a database would.
    const answer = this.environments;
    if (this.isHeld) {
      await new Promise<void>(resolve => {
        this.#waiting.push(resolve);
      });
    }
    if (answer instanceof Error) {
      throw answer;
    }
    return answer;
  }

  async components(domain: string) {
    this.asked.push(domain);
    if (this.known instanceof Error) {
      throw this.known;
    }
    return this.known;
  }

  release(): void {
    this.isHeld = false;
    this.#waiting.splice(0).forEach(go => go());
  }
}

async function connected(source = new HeldSource()) {
  const clock = FakeClock.create();
  const logger = mockServices.logger.mock();
  const shown: Entity[][] = [];
  const connection: EntityProviderConnection = {
    applyMutation: async (mutation: EntityProviderMutation) => {
      if (mutation.type !== 'full') {
        throw new Error('Only the whole is ever given');
      }
      shown.push(mutation.entities.map(one => one.entity));
    },
    refresh: async () => {},
  };
  const provider = EnvironmentEntityProvider.create({
    source,
    clock,
    logger,
    portalUrl: 'https://portal.example/',
  });
  await provider.connect(connection);
  return { clock, logger, provider, shown, source };
}

/** Everything that waits for nothing but promises has happened. */
const settled = () => new Promise(resolve => setImmediate(resolve));

const titles = (entities: readonly Entity[] | undefined) =>
  entities?.map(one => one.metadata.title);

describe('EnvironmentEntityProvider', () => {
  it('gives an environment its owner, its links, and what it depends on', async () => {
    const { shown } = await connected();
    await settled();
    expect(shown).toEqual([
      [
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Resource',
          metadata: {
            name: 'environment-e-1',
            title: 'night-fares',
            description: 'Fares at night',
            labels: { 'domaindeck.io/environment-id': 'e-1' },
            annotations: {
              'backstage.io/managed-by-location': 'domaindeck-environments:e-1',
              'backstage.io/managed-by-origin-location':
                'domaindeck-environments:e-1',
              'domaindeck.io/domain-ref': 'domain:default/payments',
              'domaindeck.io/creator-ref': 'user:default/dev-one',
              'domaindeck.io/cluster': 'dev-1',
              'domaindeck.io/tier': 'development',
              'domaindeck.io/baseline': 'dev-1/payments-dev',
              'domaindeck.io/expires-at': '2026-11-30T09:00:00.000Z',
            },
            links: [
              {
                title: 'Environment',
                url: 'https://portal.example/catalog/default/domain/payments/environments/night-fares',
                icon: 'dashboard',
              },
              {
                title: 'gateway',
                url: 'https://gateway-night-fares.dev.example',
              },
            ],
          },
          spec: {
            type: 'environment',
            owner: 'user:default/dev-one',
            dependsOn: ['component:default/pricing', 'resource:default/dev-1'],
          },
        },
      ],
    ]);
  });

  it('gives one that a pipeline made to its group, and to nobody where there is none', async () => {
    const source = new HeldSource();
    source.environments = [
      listedEnvironment({ creator: 'service:external:ci' }),
      listedEnvironment({
        id: 'e-2',
        creator: 'service:external:ci',
        owner: undefined,
      }),
    ];
    const { shown } = await connected(source);
    await settled();
    expect(shown[0].map(one => one.spec?.owner)).toEqual([
      'group:default/checkout-engineering',
      'unknown',
    ]);
  });

  it('looks again every five minutes, and at once when told', async () => {
    const { clock, provider, shown, source } = await connected();
    await settled();
    source.environments = [];
    clock.advance(5 * 60_000 - 1);
    await settled();
    expect(shown).toHaveLength(1);
    clock.advance(1);
    await settled();
    expect(titles(shown.at(-1))).toEqual([]);

    source.environments = [listedEnvironment({ name: 'new' })];
    provider.refresh();
    await settled();
    expect(titles(shown.at(-1))).toEqual(['new']);
    expect(clock.pending).toBe(1);
  });

  it('looks once more when it is told of something while it looks, however often', async () => {
    const source = new HeldSource();
    source.isHeld = true;
    const { provider, shown } = await connected(source);
    source.environments = [listedEnvironment({ name: 'later' })];
    provider.refresh();
    provider.refresh();
    provider.refresh();
    source.release();
    await settled();
    expect(shown.map(titles)).toEqual([['night-fares'], ['later']]);
  });

  it('keeps what it has while the backend does not answer, and tries soon', async () => {
    const { clock, logger, provider, shown, source } = await connected();
    await settled();
    source.environments = new Error('503');
    provider.refresh();
    await settled();
    clock.advance(2_000);
    await settled();
    expect(shown).toHaveLength(1);
    expect(logger.warn).toHaveBeenCalledTimes(2);
    source.environments = [];
    clock.advance(3_999);
    await settled();
    expect(shown).toHaveLength(1);
    clock.advance(1);
    await settled();
    expect(titles(shown.at(-1))).toEqual([]);
    // Back to the calm rhythm.
    expect(clock.nextIn).toBe(5 * 60_000);
  });

  it('keeps the components that it knew when they cannot be read', async () => {
    const { clock, provider, shown, source } = await connected();
    await settled();
    source.known = new Error('503');
    clock.advance(60_000);
    provider.refresh();
    await settled();
    expect(source.asked.filter(one => one !== 'list')).toHaveLength(2);
    expect(shown.at(-1)?.[0].spec?.dependsOn).toEqual([
      'component:default/pricing',
      'resource:default/dev-1',
    ]);
    // And asks again soon.
    expect(clock.nextIn).toBe(2_000);
  });

  it('lists an environment without its components until they can be read', async () => {
    const source = new HeldSource();
    source.known = new Error('503');
    const { clock, shown } = await connected(source);
    await settled();
    source.known = { pricing: 'component:default/pricing' };
    clock.advance(2_000);
    await settled();
    expect(shown.map(([one]) => one.spec?.dependsOn)).toEqual([
      ['resource:default/dev-1'],
      ['component:default/pricing', 'resource:default/dev-1'],
    ]);
  });

  it('stops with nothing left to do', async () => {
    const source = new HeldSource();
    source.isHeld = true;
    const { clock, provider, shown } = await connected(source);
    const stopped = provider.stop();
    source.release();
    await stopped;
    expect(shown).toEqual([]);
    expect(clock.pending).toBe(0);
    provider.refresh();
    await settled();
    expect(source.asked).toEqual(['list', 'domain:default/payments']);
  });
});
