import { InputError } from '@backstage/errors';
import { ClusterLogsConfig } from '@domaindeck/backstage-plugin-workloads-node';
import { z } from 'zod';
import { LabelMapping } from '../labels/types';

/** What a cluster's `logs` says of its Loki. */
export interface LokiConfig {
  /** Where the keys stand, for messages. */
  readonly key: string;
  /** Without a slash at its end. */
  readonly url: string;
  readonly tenant?: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Values that every stream of the cluster has. */
  readonly labels: Readonly<Record<string, string>>;
  readonly mapping?: LabelMapping;
  readonly maxLines: number;
  readonly keptFor?: string;
}

/** What Loki takes as the name of a label. */
const LABEL = /^[a-zA-Z_][a-zA-Z0-9_]*$/;
const HEADER = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/;
const VISIBLE = /^[\t\x20-\x7e]*$/;

const label = z.string().regex(LABEL, 'is not the name of a label');
const header = z
  .string()
  .regex(VISIBLE, 'holds signs that a header must not have');

const schema = z.strictObject({
  type: z.string(),
  url: z.string().superRefine((text, context) => {
    const message = wrongUrl(text);
    if (message) {
      context.addIssue({ code: 'custom', message });
    }
  }),
  tenant: header.min(1, 'is empty').optional(),
  headers: z
    .record(z.string().regex(HEADER, 'is not the name of a header'), header)
    .optional(),
  labels: z.record(label, z.string()).optional(),
  mapping: z
    .strictObject({ namespace: label, pod: label, container: label })
    .optional(),
  maxLines: z.number().int().min(100).max(100_000).optional(),
  keptFor: z
    .string()
    .regex(
      /^P(?=[\dT])(\d+[YMWD])*(T(\d+[HMS])+)?$/,
      'is not an ISO 8601 duration such as P30D',
    )
    .optional(),
});

/** @throws InputError naming the key that is wrong */
export function readLokiConfig(
  cluster: string,
  config: ClusterLogsConfig,
): LokiConfig {
  const key = `workloads.clusters.${cluster}.logs`;
  const parsed = schema.safeParse(config);
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    throw new InputError(
      `Wrong configuration: ${[key, ...path].join('.')}: ${message}`,
    );
  }
  const { url, headers = {}, labels = {}, maxLines = 5_000 } = parsed.data;
  const { tenant, mapping, keptFor } = parsed.data;
  return {
    key,
    url: url.replace(/\/+$/, ''),
    tenant,
    headers,
    labels,
    mapping,
    maxLines,
    keptFor,
  };
}

function wrongUrl(text: string): string | undefined {
  if (!URL.canParse(text)) {
    return 'is not a URL such as https://loki.example.com';
  }
  const { protocol, username, password, search, hash } = new URL(text);
  if (protocol !== 'https:' && protocol !== 'http:') {
    return 'has to begin with https:// or http://';
  }
  if (username || password) {
    return 'must not hold a password; put an Authorization header into headers';
  }
  return search || hash ? 'must not have a query' : undefined;
}
