import { Agent, fetch } from 'undici';
import { ClusterAccess } from './TestClusters';

interface Deployment {
  spec: { template: { spec: { containers: { image: string }[] } } };
}

/**
 * Releases a version as the company's release platform does: it writes the image of the first container.
 *
 * @returns the version that ran before
 */
export async function release(
  cluster: ClusterAccess,
  target: { namespace: string; deployment: string; version: string },
): Promise<string> {
  const url = `${cluster.url}/apis/apps/v1/namespaces/${target.namespace}/deployments/${target.deployment}`;
  const dispatcher = new Agent({
    connect: cluster.caData
      ? { ca: Buffer.from(cluster.caData, 'base64').toString('utf8') }
      : {},
  });
  const headers = {
    authorization: `Bearer ${cluster.adminToken}`,
    'content-type': 'application/json',
  };
  try {
    // The controllers write the status of the same object, so a conflict is ordinary; the release platform tries again.
    for (;;) {
      const read = await fetch(url, { headers, dispatcher });
      const object = (await read.json()) as Deployment;
      const [container] = object.spec.template.spec.containers;
      const [image, before] = container.image.split(/:(?=[^/]*$)/);
      container.image = `${image}:${target.version}`;
      const written = await fetch(url, {
        method: 'PUT',
        headers,
        dispatcher,
        body: JSON.stringify(object),
      });
      if (written.ok) {
        await written.body?.cancel();
        return before;
      }
      const answer = await written.text();
      if (written.status !== 409) {
        throw new Error(`${url} answers ${written.status}: ${answer}`);
      }
    }
  } finally {
    await dispatcher.close();
  }
}
