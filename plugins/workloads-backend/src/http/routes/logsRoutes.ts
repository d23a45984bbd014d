import { Request, Response, Router } from 'express';
import { writeNdjson } from '@domaindeck/backstage-plugin-workloads-node';
import { entityRefOf } from '../request/entityRefOf';
import { signalOf } from '../request/signalOf';
import { writeText } from '../stream/writeText';
import { RouterOptions } from '../types';

const LOGS = '/entities/:kind/:namespace/:name/logs';

/** Logs of entities: where they come from, live, stored, counted and as a file. */
export function logsRoutes(router: Router, options: RouterOptions): void {
  const { httpAuth, logs } = options;
  const asked = async (request: Request, response: Response) => {
    // First of all: a caller may leave while the credentials are looked at.
    const signal = signalOf(response);
    return {
      credentials: await httpAuth.credentials(request),
      entityRef: entityRefOf(request),
      body: request.body,
      signal,
    };
  };

  router.get(`${LOGS}/sources`, async (request, response) => {
    response.json(await logs.getSources(await asked(request, response)));
  });

  router.post(`${LOGS}/stream`, async (request, response) => {
    const question = await asked(request, response);
    await writeNdjson(response, logs.stream(question), question.signal);
  });

  router.post(`${LOGS}/search`, async (request, response) => {
    response.json(await logs.search(await asked(request, response)));
  });

  router.post(`${LOGS}/context`, async (request, response) => {
    response.json(await logs.getContext(await asked(request, response)));
  });

  router.post(`${LOGS}/histogram`, async (request, response) => {
    response.json(await logs.getHistogram(await asked(request, response)));
  });

  router.post(`${LOGS}/download`, async (request, response) => {
    const question = await asked(request, response);
    await writeText(response, logs.download(question), {
      fileName: `${request.params.name}.log`,
      signal: question.signal,
    });
  });
}
