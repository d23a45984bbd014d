import {
  EnvironmentState,
  VersionKind,
} from '@domaindeck/backstage-plugin-environments-common';
import { Request, Router } from 'express';
import { writeNdjson } from '@domaindeck/backstage-plugin-workloads-node';
import { numberOf, textOf, textsOf } from '../request/queryOf';
import { RouterOptions } from '../types';

const PAGE = 50;

/** What is read: what one may ask for, versions, plans, records, steps, history, drift, and how they change. */
export function environmentsRoutes(
  router: Router,
  { httpAuth, environments, guards, watch }: RouterOptions,
): void {
  const one = async (request: Request) => ({
    credentials: await httpAuth.credentials(request),
    id: request.params.id,
  });

  router.get('/options', async (request, response) => {
    response.json(
      await environments.getOptions({
        credentials: await httpAuth.credentials(request),
        domain: textOf(request, 'domain') ?? '',
        cluster: textOf(request, 'cluster'),
        baseline: textOf(request, 'baseline'),
      }),
    );
  });

  router.get('/guards', async (request, response) => {
    response.json(await guards.list(await httpAuth.credentials(request)));
  });

  router.get('/versions', async (request, response) => {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    response.json(
      await environments.getVersions({
        credentials: await httpAuth.credentials(request),
        query: {
          domain: textOf(request, 'domain') ?? '',
          service: textOf(request, 'service') ?? '',
          cluster: textOf(request, 'cluster') ?? '',
          baseline: textOf(request, 'baseline'),
          environment: textOf(request, 'environment'),
          kind: textOf(request, 'kind') as VersionKind | undefined,
          text: textOf(request, 'q'),
          offset: numberOf(request, 'cursor') ?? 0,
          limit: numberOf(request, 'limit') ?? PAGE,
        },
        signal: gone.signal,
      }),
    );
  });

  router.post('/plans', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    response.json(
      await environments.plan({ credentials, request: request.body }),
    );
  });

  router.get('/environments', async (request, response) => {
    response.json(
      await environments.list({
        credentials: await httpAuth.credentials(request),
        query: {
          domain: textOf(request, 'domain'),
          owner: textOf(request, 'owner'),
          states: textsOf(request, 'state') as EnvironmentState[] | undefined,
          text: textOf(request, 'q'),
          limit: numberOf(request, 'limit') ?? PAGE,
          cursor: textOf(request, 'cursor'),
        },
      }),
    );
  });

  router.post('/environments/watch', async (request, response) => {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const batches = watch.watch({
      credentials: await httpAuth.credentials(request),
      request: request.body,
      signal: gone.signal,
    });
    await writeNdjson(response, batches, gone.signal);
  });

  router.get('/environments/:id', async (request, response) => {
    response.json(await environments.get(await one(request)));
  });

  router.get('/environments/:id/steps', async (request, response) => {
    response.json(await environments.getSteps(await one(request)));
  });

  router.get('/environments/:id/history', async (request, response) => {
    response.json(
      await environments.getHistory({
        ...(await one(request)),
        limit: numberOf(request, 'limit') ?? PAGE,
        cursor: textOf(request, 'cursor'),
      }),
    );
  });

  router.get('/environments/:id/drift', async (request, response) => {
    response.json(await environments.getDrift(await one(request)));
  });
}
