import { InputError, ServiceUnavailableError } from '@backstage/errors';
import { maskSecretText } from '@domaindeck/backstage-plugin-workloads-common';
import { z } from 'zod';
import { PrometheusConfig } from '../config/readPrometheusConfig';
import { PrometheusTransport } from './PrometheusTransport';

const SHOWN = 300;
const errorSchema = z.object({ error: z.string() });

/** What is wrong when Prometheus answers with another status than 200, in a sentence for people. */
export function prometheusError(
  { key }: Pick<PrometheusConfig, 'key'>,
  { name: store, key: place }: Pick<PrometheusTransport, 'name' | 'key'>,
  status: number,
  body: string,
): Error {
  const words = wordsOf(body);
  if (/no org id/i.test(body)) {
    return new InputError(`${store} wants a tenant; set ${key}.tenant`);
  }
  switch (status) {
    case 400:
      return new InputError(`${store} refuses the question (400)${words}`);
    case 401:
    case 403:
      return new ServiceUnavailableError(
        `${store} refuses the portal (${status}); check ${key}.tenant and ${key}.headers`,
      );
    case 404:
      return new ServiceUnavailableError(
        `${store} has no /api/v1 (404); check ${place}`,
      );
    case 422:
      return new InputError(`${store} cannot compute it (422)${words}`);
    case 429:
      return new ServiceUnavailableError(
        `${store} has more to do than it allows (429)${words}; try again later or ask for less`,
      );
    case 503:
      return new ServiceUnavailableError(
        `${store} is not ready or gave up (503)${words}; try again later or ask for less`,
      );
    default:
      return new ServiceUnavailableError(`${store} answers ${status}${words}`);
  }
}

/** Prometheus answers in JSON, gateways in text or with pages, and what they say reaches everybody who looks. */
function wordsOf(body: string): string {
  const text = maskSecretText(messageOf(body).replace(/\s+/g, ' ').trim());
  return text === '' || text.startsWith('<')
    ? ''
    : `: ${text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text}`;
}

function messageOf(body: string): string {
  try {
    return errorSchema.parse(JSON.parse(body)).error;
  } catch {
    return body;
  }
}
