import { Facts } from './types';

const ANSWERS: readonly (readonly [string, RegExp])[] = [
  ['status', /statuscode: (\d{3})/i],
  ['refused', /connection refused/i],
  ['reset', /connection reset|\bEOF\b|broken pipe/i],
  [
    'timeout',
    /deadline exceeded|timeout exceeded|timed out|i\/o timeout|timeout: /i,
  ],
  ['no-route', /no route to host|network is unreachable|no such host/i],
  ['unhealthy', /NOT_SERVING|service unhealthy/i],
];

/**
 * What a check got for an answer, from the kubelet's words: an HTTP status, or why there was none. A command's own
 * output is no answer that can be told in a word; it stays in the detail.
 */
export function probeAnswer(message: string | undefined): Facts {
  for (const [answer, pattern] of ANSWERS) {
    const match = pattern.exec(message ?? '');
    if (match) {
      return match[1] === undefined
        ? { answer }
        : { answer, status: Number(match[1]) };
    }
  }
  return {};
}
