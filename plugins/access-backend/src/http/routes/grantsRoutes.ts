import { randomUUID } from 'node:crypto';
import { Request, Response, Router } from 'express';
import { GrantWrite } from '../../grants/types';
import { textOf } from '../request/textsOf';
import { RouterOptions } from '../types';

/** Grants, their changes, and what a change would do. */
export function grantsRoutes(router: Router, options: RouterOptions): void {
  const { httpAuth, grants } = options;
  const caller = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user'] });

  const write = async (
    request: Request,
    response: Response,
  ): Promise<GrantWrite> => {
    // Made here and not taken from the request: it must be true in the record.
    const requestId = randomUUID();
    response.setHeader('x-request-id', requestId);
    return {
      credentials: await caller(request),
      requestId,
      idempotencyKey: request.header('idempotency-key'),
    };
  };

  router.get('/grants', async (request, response) => {
    const credentials = await caller(request);
    response.json(
      await grants.list({
        credentials,
        entity: textOf(request, 'entity'),
        ended: textOf(request, 'ended') === 'true',
      }),
    );
  });

  router.post('/grants', async (request, response) => {
    const change = await write(request, response);
    const record = await grants.create({ ...change, grant: request.body });
    response.status(201).json(record);
  });

  router.patch('/grants/:id', async (request, response) => {
    const change = await write(request, response);
    const { id } = request.params;
    response.json(await grants.update({ ...change, id, patch: request.body }));
  });

  router.delete('/grants/:id', async (request, response) => {
    const change = await write(request, response);
    const { id } = request.params;
    await grants.delete({ ...change, id, why: textOf(request, 'why') });
    response.status(204).end();
  });

  router.post('/preview', async (request, response) => {
    const credentials = await caller(request);
    const { entity, change } = request.body;
    response.json(await grants.preview({ credentials, entity, change }));
  });
}
