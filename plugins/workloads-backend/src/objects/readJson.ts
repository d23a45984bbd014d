import { ServiceUnavailableError } from '@backstage/errors';
import { ClusterResponse } from '@domaindeck/backstage-plugin-workloads-node';
import { isRecord } from './isRecord';

/** No object that etcd takes is larger than some 1.5 MB; JSON may double that. */
const MAX_BYTES = 8 * 1024 * 1024;

/**
 * Reads an answer as a JSON object.
 * @throws ServiceUnavailableError when it is too large or something else
 */
export async function readJson(
  response: ClusterResponse,
  cluster: string,
): Promise<Readonly<Record<string, unknown>>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.byteLength;
    if (size > MAX_BYTES) {
      response.body.destroy();
      throw new ServiceUnavailableError(
        `Cluster "${cluster}" sent an object of more than ${MAX_BYTES} bytes`,
      );
    }
    chunks.push(chunk);
  }
  const value = parse(Buffer.concat(chunks).toString('utf8'));
  if (!isRecord(value)) {
    throw new ServiceUnavailableError(
      `Cluster "${cluster}" did not answer with a JSON object; is its URL that of an API server?`,
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
