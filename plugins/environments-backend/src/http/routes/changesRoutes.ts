import { randomUUID } from 'node:crypto';
import { Request, Response, Router } from 'express';
import { RouterOptions } from '../types';

/** What is changed. Answers come at once; the work goes on behind them. */
export function changesRoutes(
  router: Router,
  { httpAuth, changes }: RouterOptions,
): void {
  const write = async (request: Request, response: Response) => {
    // Made here and not taken from the request: it must be true in the record.
    const requestId = randomUUID();
    response.setHeader('x-request-id', requestId);
    return {
      credentials: await httpAuth.credentials(request),
      requestId,
      idempotencyKey: request.header('idempotency-key'),
      id: request.params.id,
    };
  };

  router.post('/environments', async (request, response) => {
    const asked = await write(request, response);
    const specification = request.body;
    response
      .status(202)
      .json(await changes.create({ ...asked, specification }));
  });

  router.patch('/environments/:id', async (request, response) => {
    const asked = await write(request, response);
    const patch = request.body;
    response.status(202).json(await changes.update({ ...asked, patch }));
  });

  router.delete('/environments/:id', async (request, response) => {
    const asked = await write(request, response);
    const { confirm } = request.body;
    response.status(202).json(await changes.delete({ ...asked, confirm }));
  });

  router.put('/environments/:id/secrets/:name', async (request, response) => {
    const asked = await write(request, response);
    const { name } = request.params;
    const { values } = request.body;
    response.json(await changes.giveSecret({ ...asked, name, values }));
  });

  router.post('/environments/:id/extend', async (request, response) => {
    const asked = await write(request, response);
    const { expiresAt } = request.body;
    response.json(await changes.extend({ ...asked, expiresAt }));
  });

  router.post('/environments/:id/pin', async (request, response) => {
    const asked = await write(request, response);
    response.json(await changes.pin({ ...asked, request: request.body }));
  });

  for (const operation of ['sleep', 'wake'] as const) {
    router.post(`/environments/:id/${operation}`, async (request, response) => {
      const asked = await write(request, response);
      response.status(202).json(await changes.operate({ ...asked, operation }));
    });
  }

  router.post('/environments/:id/resync', async (request, response) => {
    const asked = await write(request, response);
    response
      .status(202)
      .json(await changes.resync({ ...asked, request: request.body }));
  });

  router.post('/environments/:id/retry', async (request, response) => {
    response
      .status(202)
      .json(await changes.retry(await write(request, response)));
  });

  router.post('/environments/:id/cancel', async (request, response) => {
    response
      .status(202)
      .json(await changes.cancel(await write(request, response)));
  });
}
