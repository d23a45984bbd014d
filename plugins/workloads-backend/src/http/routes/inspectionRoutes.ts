import { Router } from 'express';
import { signalOf } from '../request/signalOf';
import { RouterOptions } from '../types';

/** Clusters, what our credential lacks in them, how much room they have, and what nobody claims. */
export function inspectionRoutes(router: Router, options: RouterOptions): void {
  const { httpAuth, inspection } = options;

  router.get('/clusters', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    response.json(await inspection.getClusters({ credentials }));
  });

  router.get('/clusters/:cluster/check', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    response.json(
      await inspection.getCheck({
        credentials,
        cluster: request.params.cluster,
        signal: signalOf(response),
      }),
    );
  });

  router.get('/clusters/:cluster/room', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    response.json(
      await inspection.getRoom({
        credentials,
        cluster: request.params.cluster,
      }),
    );
  });

  router.get('/unclaimed', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    response.json(await inspection.getUnclaimed({ credentials }));
  });
}
