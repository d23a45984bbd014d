import { FakeClock } from '@domaindeck/backstage-plugin-workloads-node/testUtils';
import { deploymentObject, InMemoryClusterReader } from '../__testUtils__';
import { ChangeMemory } from './ChangeMemory';

const IMAGE = 'registry.example.com/pricing';

function deployment(
  version: string,
  options: { replicas?: number; revision: number },
) {
  const object = deploymentObject('payments-dev', 'pricing', {
    image: `${IMAGE}:${version}`,
    replicas: options.replicas,
  });
  return {
    ...object,
    metadata: {
      ...object.metadata,
      annotations: {
        'deployment.kubernetes.io/revision': String(options.revision),
      },
    },
  };
}

function memoryOver() {
  const reader = InMemoryClusterReader.create();
  reader.setStatus({ name: 'dev-1', tier: 'development', state: 'live' });
  const clock = FakeClock.create();
  reader.put('dev-1', 'deployments', deployment('1.0.0', { revision: 1 }));
  const memory = ChangeMemory.create({ reader, clock });
  const ofPricing = () =>
    memory.of('dev-1', 'payments-dev').get('payments-dev-pricing');
  return { reader, clock, memory, ofPricing };
}

describe('ChangeMemory', () => {
  it('remembers scalings and releases, not the counts that follow them', () => {
    const { reader, clock, ofPricing } = memoryOver();
    const begun = clock.now().toISOString();
    clock.advance(60_000);
    reader.put(
      'dev-1',
      'deployments',
      deployment('1.0.0', { revision: 1, replicas: 5 }),
    );
    clock.advance(60_000);
    // The image comes first; the controller counts its revision a moment later.
    reader.put(
      'dev-1',
      'deployments',
      deployment('1.1.0', { revision: 1, replicas: 5 }),
    );
    reader.put(
      'dev-1',
      'deployments',
      deployment('1.1.0', { revision: 2, replicas: 5 }),
    );
    const at = (ms: number) => new Date(Date.parse(begun) + ms).toISOString();
    expect(ofPricing()).toMatchObject({
      since: begun,
      sightings: [
        { type: 'scaling', at: at(60_000), from: 2, to: 5 },
        { type: 'release', at: at(120_000), revision: 2 },
      ],
    });
  });

  it('invents nothing when a workload vanishes and comes back', () => {
    const { reader, ofPricing } = memoryOver();
    reader.remove('dev-1', 'deployments', 'payments-dev-pricing');
    expect(ofPricing()).toBeUndefined();
    reader.put(
      'dev-1',
      'deployments',
      deployment('2.0.0', { revision: 9, replicas: 7 }),
    );
    expect(ofPricing()).toMatchObject({ sightings: [] });
  });

  it('stays small when something changes without end, and stops when told', () => {
    const { reader, memory, ofPricing } = memoryOver();
    for (let replicas = 3; replicas < 103; replicas += 1) {
      reader.put(
        'dev-1',
        'deployments',
        deployment('1.0.0', { revision: 1, replicas }),
      );
    }
    expect(ofPricing()?.sightings).toHaveLength(30);
    expect(ofPricing()?.sightings.at(-1)).toMatchObject({ from: 101, to: 102 });
    memory.stop();
    expect(reader.listeners).toBe(0);
  });
});
