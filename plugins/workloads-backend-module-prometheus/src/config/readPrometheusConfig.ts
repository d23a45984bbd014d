import { InputError } from '@backstage/errors';
import {
  ClusterMetricsConfig,
  isConnectionHeader,
} from '@domaindeck/backstage-plugin-workloads-node';
import { z } from 'zod';

/** Where a Prometheus is: at an address of its own, or a Service of the cluster that its API server passes requests to. */
export type PrometheusPlace =
  | {
      readonly by: 'url';
      /** Without a slash at its end. */
      readonly url: string;
    }
  | {
      readonly by: 'service';
      readonly namespace: string;
      /** As the API has it, `name:port` or `https:name:port`. */
      readonly service: string;
      /** Of its paths, with a slash before and none at its end; may be empty. */
      readonly prefix: string;
    };

/** What a cluster's `metrics` says of its Prometheus. */
export interface PrometheusConfig {
  /** Where the keys stand, for messages. */
  readonly key: string;
  readonly place: PrometheusPlace;
  readonly tenant?: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Values that every series of the cluster has. */
  readonly labels: Readonly<Record<string, string>>;
  /** Milliseconds between two samples of a series. */
  readonly scrapeInterval: number;
  readonly keptFor?: string;
}

const LABEL = /^[a-zA-Z_][a-zA-Z0-9_]*$/;
const HEADER = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/;
const VISIBLE = /^[\t\x20-\x7e]*$/;
const SPAN = /^([1-9]\d{0,3})(s|m)$/;
const NAME = '[a-z0-9](?:[-a-z0-9]*[a-z0-9])?';
/** `namespace/name:port` with `https:` before the name where it is wanted, and a prefix of paths after it. */
const SERVICE = new RegExp(
  `^(${NAME})/((?:https?:)?${NAME}:(?:${NAME}|[0-9]{1,5}))((?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)*)/?$`,
);
/** What the scope says of each query itself. */
const SCOPE_LABELS = ['namespace', 'pod', '__name__'];

const header = z
  .string()
  .regex(VISIBLE, 'holds signs that a header must not have');

const schema = z.strictObject({
  type: z.string(),
  url: z
    .string()
    .superRefine((text, context) => {
      const message = wrongUrl(text);
      if (message) {
        context.addIssue({ code: 'custom', message });
      }
    })
    .optional(),
  service: z
    .string()
    .regex(SERVICE, 'is not a Service such as monitoring/prometheus:9090')
    .optional(),
  tenant: header.min(1, 'is empty').optional(),
  headers: z
    .record(z.string().regex(HEADER, 'is not the name of a header'), header)
    .optional(),
  labels: z
    .record(
      z
        .string()
        .regex(LABEL, 'is not the name of a label')
        .refine(label => !SCOPE_LABELS.includes(label), {
          message: 'is set by each question; name a label of the cluster',
        }),
      z.string().min(1, 'is empty'),
    )
    .optional(),
  scrapeInterval: z
    .string()
    .regex(SPAN, 'is not a span of time such as 30s or 1m')
    .optional(),
  keptFor: z
    .string()
    .regex(
      /^P(?=[\dT])(\d+[YMWD])*(T(\d+[HMS])+)?$/,
      'is not an ISO 8601 duration such as P15D',
    )
    .optional(),
});

/** @throws InputError naming the key that is wrong */
export function readPrometheusConfig(
  cluster: string,
  config: ClusterMetricsConfig,
): PrometheusConfig {
  const key = `workloads.clusters.${cluster}.metrics`;
  const parsed = schema.safeParse(config);
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    throw new InputError(
      `Wrong configuration: ${[key, ...path].join('.')}: ${message}`,
    );
  }
  const { tenant, headers = {}, labels = {}, keptFor } = parsed.data;
  return {
    key,
    place: placeOf(key, parsed.data),
    tenant,
    headers,
    labels,
    scrapeInterval: millisecondsOf(parsed.data.scrapeInterval ?? '1m'),
    keptFor,
  };
}

function placeOf(
  key: string,
  { url, service, headers = {} }: z.infer<typeof schema>,
): PrometheusPlace {
  if ((url === undefined) === (service === undefined)) {
    throw new InputError(
      `Wrong configuration: ${key}: needs either url or service`,
    );
  }
  if (url !== undefined) {
    return { by: 'url', url: url.replace(/\/+$/, '') };
  }
  const kept = Object.keys(headers).find(isConnectionHeader);
  if (kept !== undefined) {
    throw new InputError(
      `Wrong configuration: ${key}.headers.${kept}: does not get through the API server; leave it out, or give the address in url`,
    );
  }
  const [, namespace, name, prefix] = SERVICE.exec(service ?? '') ?? [];
  return { by: 'service', namespace, service: name, prefix };
}

function millisecondsOf(span: string): number {
  const [, count, unit] = SPAN.exec(span) ?? [];
  return Number(count) * (unit === 'm' ? 60_000 : 1_000);
}

function wrongUrl(text: string): string | undefined {
  if (!URL.canParse(text)) {
    return 'is not a URL such as https://prometheus.example.com';
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
