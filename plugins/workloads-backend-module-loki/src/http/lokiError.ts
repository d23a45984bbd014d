import {
  InputError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { maskSecretText } from '@domaindeck/backstage-plugin-workloads-common';
import { LokiConfig } from '../config/readLokiConfig';

const SHOWN = 300;

/** What is wrong when Loki answers with another status than 200, in a sentence for people. */
export function lokiError(
  config: Pick<LokiConfig, 'key' | 'url'>,
  status: number,
  body: string,
): Error {
  const { key } = config;
  const loki = `Loki at ${new URL(config.url).host}`;
  const words = wordsOf(body);
  if (/no org id/i.test(body)) {
    return new InputError(`${loki} wants a tenant; set ${key}.tenant`);
  }
  if (status === 401 || status === 403) {
    return new ServiceUnavailableError(
      `${loki} refuses the portal (${status}); check ${key}.tenant and ${key}.headers`,
    );
  }
  if (status === 404) {
    return new NotFoundError(
      `${loki} has no ${'/loki/api/v1'} (404); check ${key}.url`,
    );
  }
  if (status === 429) {
    return new ServiceUnavailableError(
      `${loki} has more to do than it allows this tenant (429)${words}; try again later or ask for less`,
    );
  }
  if (/max_entries_limit|max entries limit/i.test(body)) {
    return new InputError(
      `${loki} gives fewer lines at a time than it was asked for (400)${words}; lower ${key}.maxLines`,
    );
  }
  if (status === 400 || status === 422) {
    return new InputError(`${loki} refuses the question (${status})${words}`);
  }
  return new ServiceUnavailableError(`${loki} answers ${status}${words}`);
}

/** Loki answers in plain text, gateways with pages, and what either says of itself reaches everybody who looks. */
function wordsOf(body: string): string {
  const text = maskSecretText(body.replace(/\s+/g, ' ').trim());
  return text === '' || text.startsWith('<')
    ? ''
    : `: ${text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text}`;
}
