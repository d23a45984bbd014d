import { PrometheusConfig } from '../config/readPrometheusConfig';

/** What goes with every request: the headers of the config, and the tenant. */
export function headersOf({
  headers,
  tenant,
}: Pick<PrometheusConfig, 'headers' | 'tenant'>): Record<string, string> {
  return {
    ...headers,
    ...(tenant !== undefined && { 'x-scope-orgid': tenant }),
  };
}
