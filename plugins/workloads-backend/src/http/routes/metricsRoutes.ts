import { Router } from 'express';
import { entityRefOf } from '../request/entityRefOf';
import { signalOf } from '../request/signalOf';
import { RouterOptions } from '../types';

const METRICS = '/entities/:kind/:namespace/:name/metrics';

/** What the workloads of entities use: which panels have data, the series of one, what happened, and what is used now. */
export function metricsRoutes(router: Router, options: RouterOptions): void {
  const { httpAuth, metrics } = options;

  router.get(`${METRICS}/panels`, async (request, response) => {
    const signal = signalOf(response);
    response.json(
      await metrics.getPanels({
        credentials: await httpAuth.credentials(request),
        entityRef: entityRefOf(request),
        signal,
      }),
    );
  });

  router.post(`${METRICS}/query`, async (request, response) => {
    const signal = signalOf(response);
    response.json(
      await metrics.query({
        credentials: await httpAuth.credentials(request),
        entityRef: entityRefOf(request),
        query: request.body,
        signal,
      }),
    );
  });

  router.post(`${METRICS}/marks`, async (request, response) => {
    const signal = signalOf(response);
    response.json(
      await metrics.marks({
        credentials: await httpAuth.credentials(request),
        entityRef: entityRefOf(request),
        query: request.body,
        signal,
      }),
    );
  });

  router.get(`${METRICS}/usage`, async (request, response) => {
    const signal = signalOf(response);
    response.json(
      await metrics.usage({
        credentials: await httpAuth.credentials(request),
        entityRef: entityRefOf(request),
        signal,
      }),
    );
  });
}
