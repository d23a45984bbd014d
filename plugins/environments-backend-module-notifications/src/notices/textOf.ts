import { EnvironmentNews } from '@domaindeck/backstage-plugin-environments-common';
import { Wording } from '../words';

/** What is on a notification. */
interface Text {
  readonly title: string;
  readonly description: string;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** The words of a piece of news; undefined for what is not worth any. */
export function textOf(
  news: EnvironmentNews,
  now: Date,
  wording: Wording,
): Text | undefined {
  switch (news.what) {
    case 'ready':
      return readyText(news, wording);
    case 'failed':
      return stoppedText(news, wording);
    case 'expires':
      return endText(news, now, wording);
    default:
      return undefined;
  }
}

function readyText(
  { addresses = [], environment }: EnvironmentNews,
  { formatTime, words }: Wording,
): Text {
  const domain = domainOf(environment);
  return {
    title: words.ready(environment.name, environment.operation),
    description: [
      addresses.length > 0
        ? words.answers(domain, addresses[0].url)
        : words.runs(domain),
      words.endsOn(formatTime(environment.expiresAt)),
    ].join(words.space),
  };
}

function stoppedText(
  { environment, reason, service }: EnvironmentNews,
  { words }: Wording,
): Text {
  const why = reason ? words.reason(reason.code) : '';
  return {
    title: words.stopped(environment.name, environment.operation),
    description: [
      ...(why ? [service ? words.of(service, why) : why] : []),
      words.way(environment.operation),
    ].join(words.space),
  };
}

function endText(
  { environment }: EnvironmentNews,
  now: Date,
  { formatTime, words }: Wording,
): Text {
  const left = environment.expiresAt - now.getTime();
  return {
    title: words.ends(environment.name, spanOf(left, words)),
    description: words.thenDeleted(
      domainOf(environment),
      formatTime(environment.expiresAt),
    ),
  };
}

/** Its name, as people say it. */
function domainOf({ domain }: EnvironmentNews['environment']): string {
  return domain.slice(domain.lastIndexOf('/') + 1);
}

/** How long that is; a day and less in hours, less than one in minutes. */
function spanOf(ms: number, words: Wording['words']): string {
  if (ms > DAY_MS + HOUR_MS) {
    return words.span(Math.round(ms / DAY_MS), 'day');
  }
  if (ms >= HOUR_MS - MINUTE_MS) {
    return words.span(Math.round(ms / HOUR_MS), 'hour');
  }
  return words.span(Math.max(1, Math.round(ms / MINUTE_MS)), 'minute');
}
