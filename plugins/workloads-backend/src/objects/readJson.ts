import { ServiceUnavailableError } from '@backstage/errors';
import {
  ClusterDefinition,
  ClusterResponse,
  readWhole,
} from '@domaindeck/backstage-plugin-workloads-node';
import { isRecord } from './isRecord';

/**
 * Reads an answer as a JSON object.
 * @throws ServiceUnavailableError when it is too large or something else
 */
export async function readJson(
  response: ClusterResponse,
  cluster: ClusterDefinition,
): Promise<Readonly<Record<string, unknown>>> {
  const value = parse(await readWhole(cluster, response.body));
  if (!isRecord(value)) {
    throw new ServiceUnavailableError(
      `Cluster "${cluster.name}" did not answer with a JSON object; is its URL that of an API server?`,
    );
  }
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
