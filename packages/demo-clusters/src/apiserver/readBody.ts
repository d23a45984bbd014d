import { IncomingMessage } from 'node:http';
import { KubernetesObject } from '../model/KubernetesObject';
import { ResourceType, apiVersionOf } from '../model/ResourceType';
import { StatusError } from '../writes/StatusError';

/** The real server's limit of a request's body. */
const MAX_BYTES = 3 * 1024 * 1024;

/** Reads the text of a request. @throws StatusError 413 */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_BYTES) {
      throw StatusError.of(
        413,
        'RequestEntityTooLarge',
        `Request entity too large: limit is ${MAX_BYTES}`,
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Reads JSON that must be an object. @throws StatusError 400 */
export function parseJsonObject(
  text: string,
  complaint: string,
): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null) {
      return parsed as Record<string, unknown>;
    }
  } catch (error) {
    throw StatusError.badRequest(
      `${complaint}: ${error instanceof Error ? error.message : error}`,
    );
  }
  throw StatusError.badRequest(`${complaint}: not an object`);
}

/** Reads an object of a kind; kind and apiVersion may be left out. @throws StatusError 400 */
export function parseObject(
  type: ResourceType,
  text: string,
): KubernetesObject {
  const body = parseJsonObject(
    text,
    `the object provided is unrecognized (must be of type ${type.kind})`,
  );
  const kind = body.kind ?? type.kind;
  const apiVersion = body.apiVersion ?? apiVersionOf(type);
  if (kind !== type.kind || apiVersion !== apiVersionOf(type)) {
    throw StatusError.badRequest(
      `${kind} in version "${apiVersion}" cannot be handled as a ${type.kind}`,
    );
  }
  const metadata = (body.metadata ?? {}) as KubernetesObject['metadata'];
  return { ...body, kind: type.kind, apiVersion: apiVersionOf(type), metadata };
}
