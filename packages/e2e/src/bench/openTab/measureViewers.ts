import { Agent, request } from 'undici';
import { percentile } from '../percentile';

/** A request that a tab makes when it is opened. */
export interface TabCall {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly token: string;
  readonly body?: object;
}

/** What opening a tab costs. */
export interface ViewersFigures {
  /** Milliseconds until the whole answer was there. */
  readonly p50: number;
  readonly p95: number;
  /** Of one answer's body as sent. */
  readonly bytes: number;
}

/** @throws Error for an answer that is not 200 */
async function call(
  dispatcher: Agent,
  { method, url, token, body }: TabCall,
): Promise<{ ms: number; bytes: number }> {
  const started = performance.now();
  const response = await request(url, {
    dispatcher,
    method,
    // As a browser asks; undici leaves the body as it was sent, so its length is what went over the wire.
    headers: {
      'accept-encoding': 'gzip',
      authorization: `Bearer ${token}`,
      ...(body && { 'content-type': 'application/json' }),
    },
    body: body && JSON.stringify(body),
  });
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.length;
  }
  if (response.statusCode !== 200) {
    throw new Error(
      `${method} ${url} was answered with ${response.statusCode}`,
    );
  }
  return { ms: performance.now() - started, bytes };
}

/**
 * Lets viewers open a tab at the same moment, round after round.
 * @param options.rounds - measured ones, after two that warm up
 */
export async function measureViewers(
  tab: TabCall,
  options: {
    viewers: number;
    rounds: number;
    /** Of the persons who view, in turn; the tab's own unless told. */
    tokens?: readonly string[];
  },
): Promise<ViewersFigures> {
  const { tokens = [tab.token] } = options;
  const dispatcher = new Agent({ connections: options.viewers });
  const samples: { ms: number; bytes: number }[] = [];
  try {
    for (let round = -2; round < options.rounds; round++) {
      const opened = await Promise.all(
        Array.from({ length: options.viewers }, (_, index) =>
          call(dispatcher, { ...tab, token: tokens[index % tokens.length] }),
        ),
      );
      if (round >= 0) {
        samples.push(...opened);
      }
    }
  } finally {
    await dispatcher.close();
  }
  const times = samples.map(({ ms }) => ms);
  return {
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    bytes: percentile(
      samples.map(({ bytes }) => bytes),
      0.5,
    ),
  };
}
