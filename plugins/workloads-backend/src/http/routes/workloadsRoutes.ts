import { Router } from 'express';
import { writeNdjson } from '@domaindeck/backstage-plugin-workloads-node';
import { sendSnapshot } from '../answer/sendSnapshot';
import { WorkloadTexts } from '../answer/WorkloadTexts';
import { entityRefOf } from '../request/entityRefOf';
import { signalOf } from '../request/signalOf';
import { textOf } from '../request/textOf';
import { workloadsFilterOf } from '../request/workloadsFilterOf';
import { RouterOptions } from '../types';

const ENTITY = '/entities/:kind/:namespace/:name';

/** Environments and workloads of entities, how they change, one workload, and where a thing is shown. */
export function workloadsRoutes(router: Router, options: RouterOptions): void {
  const { httpAuth, workloads } = options;
  const texts = WorkloadTexts.create();

  router.get(`${ENTITY}/environments`, async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const entityRef = entityRefOf(request);
    response.json(await workloads.getEnvironments({ credentials, entityRef }));
  });

  router.get(`${ENTITY}/workloads`, async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const snapshot = await workloads.getSnapshot({
      credentials,
      entityRef: entityRefOf(request),
      filter: workloadsFilterOf(request),
    });
    await sendSnapshot(request, response, snapshot, texts);
  });

  router.post(`${ENTITY}/workloads/stream`, async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const signal = signalOf(response);
    const { revision, poll = false } = request.body;
    const batches = workloads.streamChanges({
      credentials,
      entityRef: entityRefOf(request),
      revision,
      poll,
      signal,
    });
    await writeNdjson(response, batches, signal, batch => texts.lines(batch));
  });

  router.get(
    '/clusters/:cluster/namespaces/:ns/workloads/:workloadKind/:workloadName',
    async (request, response) => {
      const credentials = await httpAuth.credentials(request);
      const { cluster, ns, workloadKind, workloadName } = request.params;
      response.json(
        await workloads.getWorkload({
          credentials,
          identity: {
            cluster,
            namespace: ns,
            kind: workloadKind,
            name: workloadName,
          },
        }),
      );
    },
  );

  router.get('/open', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    response.json(
      await workloads.open({
        credentials,
        cluster: textOf(request, 'cluster') ?? '',
        namespace: textOf(request, 'namespace') ?? '',
        name: textOf(request, 'name'),
      }),
    );
  });
}
