import { startWorkloadsBackend, WorkloadsBackend } from '../../__testUtils__';
import { MATRIX_PLACES } from './__testUtils__/matrixPlaces';
import { conditionalAccess, plainPolicy } from './__testUtils__/matrixRoles';
import { RouteMatrix } from './__testUtils__/RouteMatrix';

/** Every place has a pod of the name of which the routes of logs ask. */
function addPods({ reader }: WorkloadsBackend): void {
  for (const { target } of Object.values(MATRIX_PLACES)) {
    const { cluster, namespace } = target;
    const image = 'registry.example.com/payments/pricing:1.0.0';
    reader.put(cluster, 'pods', {
      metadata: { namespace, name: 'pricing-1', uid: `${namespace}-pricing-1` },
      spec: { containers: [{ name: 'pricing', image }] },
      status: {
        phase: 'Running',
        containerStatuses: [
          {
            name: 'pricing',
            image,
            ready: true,
            restartCount: 0,
            state: { running: { startedAt: '2026-10-31T00:00:00Z' } },
          },
        ],
      },
    });
  }
}

/** An object of whatever namespace is asked for, and one line of a log. */
function answerOfCluster(request: string) {
  if (request.includes('/log?')) {
    return { body: '2026-10-31T12:00:00.000000000Z started\n' };
  }
  const namespace = /namespaces\/([^/]+)/.exec(request)?.[1];
  return { body: { metadata: { name: 'any', namespace } } };
}

describe('every route, every role, every place', () => {
  it('holds under conditional decisions', async () => {
    const backend = await startWorkloadsBackend({
      access: conditionalAccess,
      answer: answerOfCluster,
    });
    addPods(backend);
    const matrix = await RouteMatrix.over('a cache in memory', backend);
    expect(await matrix.holdConditional()).toEqual([]);
    expect(matrix.never).toEqual([]);
  }, 180_000);

  it('holds under plain decisions', async () => {
    const backend = await startWorkloadsBackend({
      access: {},
      policy: plainPolicy,
      answer: answerOfCluster,
    });
    addPods(backend);
    const matrix = await RouteMatrix.over('a cache in memory', backend);
    expect(await matrix.holdPlain()).toEqual([]);
    expect(matrix.never).toEqual([]);
  }, 180_000);
});
