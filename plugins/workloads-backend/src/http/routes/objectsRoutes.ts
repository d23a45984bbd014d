import { Router } from 'express';
import { signalOf } from '../request/signalOf';
import { RouterOptions } from '../types';

/** Live objects. */
export function objectsRoutes(router: Router, options: RouterOptions): void {
  router.get(
    '/clusters/:cluster/namespaces/:ns/objects/:group/:version/:resource/:objectName',
    async (request, response) => {
      const credentials = await options.httpAuth.credentials(request);
      const { cluster, ns, group, version, resource, objectName } =
        request.params;
      // What was read lives in no cache: the next look must see the cluster, and rights may be gone by then.
      response.set('cache-control', 'no-store');
      response.json(
        await options.objects.getObject({
          credentials,
          location: {
            cluster,
            namespace: ns,
            group,
            version,
            resource,
            name: objectName,
          },
          signal: signalOf(response),
        }),
      );
    },
  );
}
