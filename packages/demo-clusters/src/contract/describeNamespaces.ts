import { Body } from './Body';
import { ContractScene, status } from './ContractScene';

const HOLD = 'example.com/hold';
const SLOW = 60_000;

/** How namespaces go, and what holds them up. */
export function describeNamespaces(scene: ContractScene): void {
  /** Makes a namespace that is this test's own. */
  const make = async (suffix: string, metadata?: Record<string, unknown>) => {
    const name = `${scene.namespace}-${suffix}`;
    const { body } = await scene.client.post('/api/v1/namespaces', {
      metadata: { name, ...metadata },
    });
    return { name, path: `/api/v1/namespaces/${name}`, body };
  };

  /** Reads until it is as wanted; the test's own limit of time is the only one. */
  const until = async (path: string, wanted: (body: Body) => boolean) => {
    for (;;) {
      const { body } = await scene.client.get(path);
      if (wanted(body)) {
        return body;
      }
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  };

  const isGone = (body: Body) => body.code === 404;

  it('takes its time with a namespace and lets nothing in meanwhile', async () => {
    const { name, path, body } = await make('going');
    expect(body).toMatchObject({
      metadata: { labels: { 'kubernetes.io/metadata.name': name } },
      spec: { finalizers: ['kubernetes'] },
      status: { phase: 'Active' },
    });
    const answer = await scene.client.call('DELETE', path);
    expect(answer.body).toMatchObject({
      kind: 'Namespace',
      metadata: { name, deletionTimestamp: expect.any(String) },
      status: { phase: 'Terminating' },
    });
    const late = await scene.client.post(`${path}/configmaps`, {
      metadata: { name: 'late' },
    });
    expect(late.body).toEqual(
      status(
        403,
        'Forbidden',
        `configmaps "late" is forbidden: unable to create new content in namespace ${name} because it is being terminated`,
        {
          name: 'late',
          kind: 'configmaps',
          causes: [
            {
              reason: 'NamespaceTerminating',
              message: `namespace ${name} is being terminated`,
              field: 'metadata.namespace',
            },
          ],
        },
      ),
    );
  });

  it('deletes only the namespace that is meant', async () => {
    const { name, path, body } = await make('meant');
    const other = await scene.client.call('DELETE', path, {
      body: { preconditions: { uid: 'other' } },
    });
    expect(other.body).toEqual(
      status(
        409,
        'Conflict',
        `Operation cannot be fulfilled on namespaces "${name}": Precondition failed: UID in precondition: other, UID in object meta: ${body.metadata.uid}`,
        { name, kind: 'namespaces' },
      ),
    );
    const meant = await scene.client.call('DELETE', path, {
      body: { preconditions: { uid: body.metadata.uid } },
    });
    expect(meant.body).toMatchObject({ status: { phase: 'Terminating' } });
  });

  it(
    'holds a namespace until what is in it is gone, and says what',
    async () => {
      const { path } = await make('held');
      const object = `${path}/configmaps/held`;
      await scene.client.post(`${path}/configmaps`, {
        metadata: { name: 'held', finalizers: [HOLD] },
      });
      await scene.client.post(`${path}/configmaps`, {
        metadata: { name: 'free' },
      });
      await scene.client.call('DELETE', path);
      const conditionsOf = (body: Body) =>
        (body.status as { conditions?: Record<string, unknown>[] })
          .conditions ?? [];
      const body = await until(path, seen =>
        conditionsOf(seen).some(
          ({ type, status: state }) =>
            type === 'NamespaceFinalizersRemaining' && state === 'True',
        ),
      );
      expect(body.status).toMatchObject({ phase: 'Terminating' });
      const condition = (
        type: string,
        state: string,
        reason: string,
        message: string,
      ) => ({
        type,
        status: state,
        reason,
        message,
        lastTransitionTime: expect.any(String),
      });
      expect(conditionsOf(body)).toEqual([
        condition(
          'NamespaceDeletionDiscoveryFailure',
          'False',
          'ResourcesDiscovered',
          'All resources successfully discovered',
        ),
        condition(
          'NamespaceDeletionGroupVersionParsingFailure',
          'False',
          'ParsedGroupVersions',
          'All legacy kube types successfully parsed',
        ),
        condition(
          'NamespaceDeletionContentFailure',
          'False',
          'ContentDeleted',
          'All content successfully deleted, may be waiting on finalization',
        ),
        condition(
          'NamespaceContentRemaining',
          'True',
          'SomeResourcesRemain',
          'Some resources are remaining: configmaps. has 1 resource instances',
        ),
        condition(
          'NamespaceFinalizersRemaining',
          'True',
          'SomeFinalizersRemain',
          `Some content in the namespace has finalizers remaining: ${HOLD} in 1 resource instances`,
        ),
      ]);
      expect((await scene.client.get(`${path}/configmaps/free`)).status).toBe(
        404,
      );
      await scene.mergePatch(object, { metadata: { finalizers: null } });
      await until(path, isGone);
    },
    SLOW,
  );

  it(
    'keeps a namespace that has a finalizer itself',
    async () => {
      const { path } = await make('pinned', { finalizers: [HOLD] });
      await scene.client.call('DELETE', path);
      const emptied = await until(path, ({ spec }) => {
        const { finalizers = [] } = spec as { finalizers?: string[] };
        return finalizers.length === 0;
      });
      expect(emptied.status).toMatchObject({ phase: 'Terminating' });
      await scene.mergePatch(path, { metadata: { finalizers: null } });
      await until(path, isGone);
    },
    SLOW,
  );
}
