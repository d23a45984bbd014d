import { IncomingMessage } from 'node:http';
import { InputError, NotFoundError } from '@backstage/errors';
import { HttpEndpoint } from '../apiserver/HttpEndpoint';
import { ResponseWriter } from '../apiserver/ResponseWriter';
import { parseJsonObject, readBody } from '../apiserver/readBody';
import { ClusterFault } from '../cluster/DemoCluster';
import { DemoWorld } from '../cluster/startDemoWorld';

const FAULTS: readonly ClusterFault[] = [
  'ok',
  'silent',
  'slow',
  'refuse',
  'restart',
];

/**
 * The switchboard of a running demo.
 * @public
 */
export interface ControlServer {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts the HTTP switchboard beside the clusters, on the loopback interface:
 *
 * - `GET /clusters`: names, addresses and the requests that each has seen
 * - `POST /clusters/{name}/fault` with `{"mode": "silent"}`
 * - `POST /clusters/{name}/rollout` with `{"namespace", "deployment", "version"}`
 * @public
 */
export async function startControlServer(
  world: DemoWorld,
  port = 0,
): Promise<ControlServer> {
  const endpoint = HttpEndpoint.create(port, async (request, response) => {
    const writer = ResponseWriter.create(response);
    try {
      writer.json(200, await answer(world, request));
    } catch (error) {
      const { name, message } = error as Error;
      writer.json(codeOf(name), { error: { name, message } });
    }
  });
  await endpoint.open();
  return { url: endpoint.url, stop: () => endpoint.close() };
}

function codeOf(name: string): number {
  const codes: Record<string, number> = {
    InputError: 400,
    StatusError: 400,
    NotFoundError: 404,
  };
  return codes[name] ?? 500;
}

async function answer(world: DemoWorld, request: IncomingMessage) {
  const { method, url = '/' } = request;
  if (method === 'GET' && url === '/clusters') {
    return {
      items: world.clusters.map(cluster => ({
        name: cluster.name,
        url: cluster.url,
        requests: cluster.requests,
        openWatches: cluster.openWatches,
      })),
    };
  }
  const [, name, action] = /^\/clusters\/([^/]+)\/(\w+)$/.exec(url) ?? [];
  if (method !== 'POST' || !['fault', 'rollout'].includes(action)) {
    throw new NotFoundError(`nothing answers ${method} ${url}`);
  }
  const cluster = world.cluster(name);
  const body = parseJsonObject(await readBody(request), 'the body is not JSON');
  if (action === 'fault') {
    const mode = FAULTS.find(fault => fault === body.mode);
    if (!mode) {
      throw new InputError(`mode must be one of ${FAULTS.join(', ')}`);
    }
    await cluster.setFault(mode);
    return { cluster: name, mode };
  }
  const text = (field: string) => {
    const value = body[field];
    if (typeof value !== 'string' || value === '') {
      throw new InputError(`${field} must be a text`);
    }
    return value;
  };
  cluster.rollout(text('namespace'), text('deployment'), text('version'));
  return { cluster: name };
}
