import { ClusterDefinition, ClusterResponse } from '../types';
import { ClusterError } from './ClusterError';

/** No object that etcd takes is larger than some 1.5 MB; JSON may double that, and lists come in pages. */
const MAX_BYTES = 8 * 1024 * 1024;

/**
 * Reads a body to its end, as UTF-8.
 *
 * @param maxBytes - 8 MiB unless told
 * @throws ClusterError when it is larger; what was read is dropped
 * @public
 */
export async function readWhole(
  cluster: ClusterDefinition,
  body: ClusterResponse['body'],
  maxBytes: number = MAX_BYTES,
): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > maxBytes) {
      body.destroy();
      throw new ClusterError(
        cluster.name,
        'other',
        `its answer is larger than ${maxBytes / 1024 / 1024} MiB`,
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
