import { IncomingMessage } from 'node:http';
import { parse } from 'yaml';
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

/**
 * Reads what is to be applied, in JSON or YAML. Fields that are null are left out: they wish for nothing.
 * @throws StatusError 400 for a text that is neither and for an object of another kind
 */
export function parseConfiguration(
  type: ResourceType,
  name: string,
  text: string,
): KubernetesObject {
  const parsed = parseText(text);
  const given = isObject(parsed) ? parsed : {};
  const { apiVersion = '', kind = '' } = given as Record<string, string>;
  if (apiVersion !== apiVersionOf(type) || kind !== type.kind) {
    const version = apiVersion.includes('/') ? apiVersion : `/${apiVersion}`;
    throw StatusError.badRequest(
      `invalid object type: ${version}, Kind=${kind}`,
    );
  }
  const config = withoutNulls(given) as KubernetesObject;
  return {
    ...config,
    metadata: { ...config.metadata, name: config.metadata?.name ?? name },
  };
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Most clients send JSON, and JSON is read faster; the rest is YAML.
  }
  try {
    return parse(text);
  } catch (error) {
    throw StatusError.badRequest(
      `error decoding YAML: ${error instanceof Error ? error.message : error}`,
    );
  }
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withoutNulls);
  }
  return isObject(value)
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([, field]) => field !== null)
          .map(([name, field]) => [name, withoutNulls(field)]),
      )
    : value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
