import { Size } from '@domaindeck/backstage-plugin-environments-common';
import { ClusterRoom } from '../../capacity';
import { loadBaseline } from '../../clone/__testUtils__/planCase';
import { DOMAIN } from '../../__testUtils__/company';
import {
  EnvironmentsBackend,
  startEnvironmentsBackend,
} from '../../__testUtils__/startEnvironmentsBackend';
import { storedEnvironment } from '../../store/__testUtils__/storedEnvironment';
import { embeddedTarget, TestTarget } from '../__testUtils__/TestTarget';

const GIB = 2 ** 30;
const BASELINE = loadBaseline('web-shop');

describe('the room of a cluster', () => {
  let target: TestTarget;
  let backend: EnvironmentsBackend;
  let room: ClusterRoom | undefined = {
    allocatable: { cores: 20, memory: 64 * GIB, pods: 110 },
    requested: new Map([
      [BASELINE.namespace, { cores: 3, memory: 6 * GIB, pods: 12 }],
    ]),
  };

  beforeAll(async () => {
    target = await embeddedTarget(BASELINE);
    backend = await startEnvironmentsBackend({
      target,
      baseline: BASELINE.namespace,
      rooms: { room: async () => room },
    });
  }, 120_000);

  afterAll(async () => {
    await backend?.stop();
    await target?.stop();
  }, 60_000);

  it('is told with the sizes and with each plan, less what others were promised, and not where it is not known', async () => {
    const { ask, store } = backend;
    const options = async () =>
      (await ask('ann', 'get', `/options?domain=${DOMAIN}`)).body;
    const planned = async (person: string, size: string) =>
      ask(person, 'post', '/plans', {
        specification: {
          name: 'roomy',
          domain: DOMAIN,
          cluster: 'dev-1',
          size,
          expiresIn: 'P1D',
          services: [{ name: 'frontend' }],
        },
      });
    const rooms = ({ sizes }: { sizes: Size[] }) =>
      sizes.map(one => [one.name, one.room]);

    const before = await options();
    expect(rooms(before)).toEqual([
      ['S', 8],
      ['M', 4],
      ['L', 2],
    ]);
    expect(before.clusterUse).toBeCloseTo(3 / 20);

    const plain = storedEnvironment('other');
    await store.create(
      storedEnvironment('other', {
        domain: 'domain:default/other',
        state: 'asleep',
        specification: { ...plain.specification, size: 'L' },
      }),
      {},
      {},
    );
    // All who ask within 5 s are told the same.
    await new Promise(resolve => setTimeout(resolve, 5_100));
    expect((await planned('ann', 'M')).body.size.room).toBe(2);
    expect((await planned('ann', 'L')).body.size.room).toBe(1);
    // Who may not make one is told nothing of it.
    for (const [person, status] of [
      ['vic', 403],
      ['oda', 404],
    ] as const) {
      const answer = await planned(person, 'M');
      expect(answer.status).toBe(status);
      expect(JSON.stringify(answer.body)).not.toContain('room');
    }

    room = undefined;
    await new Promise(resolve => setTimeout(resolve, 5_100));
    const after = await options();
    expect(rooms(after)).toEqual([
      ['S', undefined],
      ['M', undefined],
      ['L', undefined],
    ]);
    expect(after).not.toHaveProperty('clusterUse');
    expect((await planned('ann', 'M')).body.size).not.toHaveProperty('room');
  }, 60_000);
});
