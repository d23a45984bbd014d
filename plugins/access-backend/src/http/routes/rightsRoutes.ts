import { Request, Router } from 'express';
import { textOf } from '../request/textsOf';
import { RouterOptions } from '../types';

const RIGHTS = '/entities/:kind/:namespace/:name/rights';

/** Roles, the rights matrix, the people of a row, why somebody may what, and what they may no more. */
export function rightsRoutes(router: Router, options: RouterOptions): void {
  const { httpAuth, rights, ended } = options;
  const caller = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user'] });

  router.get('/roles', async (request, response) => {
    await caller(request);
    response.json(await rights.getRoles());
  });

  router.get(RIGHTS, async (request, response) => {
    const credentials = await caller(request);
    response.json(
      await rights.getRights({ credentials, entity: entityOf(request) }),
    );
  });

  router.get(`${RIGHTS}/members`, async (request, response) => {
    const credentials = await caller(request);
    response.json(
      await rights.getMembers({
        credentials,
        entity: entityOf(request),
        group: textOf(request, 'group') ?? '',
        q: textOf(request, 'q'),
        limit: Number(textOf(request, 'limit') ?? 50),
        cursor: textOf(request, 'cursor'),
      }),
    );
  });

  router.get(
    '/entities/:kind/:namespace/:name/ended',
    async (request, response) => {
      const credentials = await caller(request);
      response.json(
        await ended.getEnded({ credentials, entity: entityOf(request) }),
      );
    },
  );

  router.get('/explain', async (request, response) => {
    const credentials = await caller(request);
    response.json(
      await rights.explain({
        credentials,
        entity: textOf(request, 'entity') ?? '',
        subject: textOf(request, 'subject'),
      }),
    );
  });
}

function entityOf({ params }: Request): string {
  return `${params.kind}:${params.namespace}/${params.name}`;
}
