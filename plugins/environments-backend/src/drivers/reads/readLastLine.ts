import { maskSecretText } from '@domaindeck/backstage-plugin-workloads-common';
import { ClusterRequests } from '../api/ClusterRequests';
import { logPath } from '../api/paths';

const LENGTH = 500;
/** The last may be blank. */
const LINES = 5;
const BYTES = 65_536;
/** Colours and other orders to a terminal, and what no screen shows. */
const UNSEEN = /\p{Cc}\[[0-9;?]*[ -/]*[@-~]|\p{Cc}/gu;

/**
 * The last line that a container wrote before it crashed, else the last of its only run. What looks like a secret in it
 * is masked, since it is kept with the step that waits.
 */
export async function readLastLine(
  requests: ClusterRequests,
  place: {
    readonly namespace: string;
    readonly pod: string;
    readonly container: string;
  },
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  const path = logPath(place.namespace, place.pod);
  for (const previous of [true, false]) {
    const query = new URLSearchParams({
      container: place.container,
      tailLines: String(LINES),
      limitBytes: String(BYTES),
      ...(previous ? { previous: 'true' } : {}),
    });
    const { text, refusal } = await requests.get(
      `${path}?${query}`,
      signal,
      '*/*',
    );
    // A container that has not run, or only once, is a 400; a pod that is gone a 404.
    if (refusal && ![400, 404].includes(refusal.code)) {
      throw requests.error(refusal);
    }
    const line = text && lastOf(text);
    if (line) {
      return line;
    }
  }
  return undefined;
}

function lastOf(text: string): string | undefined {
  const lines = text
    .split('\n')
    .map(line => line.replace(/\t/g, ' ').replace(UNSEEN, '').trim());
  const last = lines.filter(line => line !== '').pop();
  // Half of a pair would be no character.
  return (
    last &&
    maskSecretText(last)
      .slice(0, LENGTH)
      .replace(/[\ud800-\udbff]$/, '')
  );
}
