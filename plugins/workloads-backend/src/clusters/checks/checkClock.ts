import { CheckItem } from '@domaindeck/backstage-plugin-workloads-common';

/** Below this nobody notices; the measure itself is good to a second. */
const TOLERATED_MS = 5_000;

function inWords(milliseconds: number): string {
  const seconds = Math.round(Math.abs(milliseconds) / 1000);
  return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}

/** Judges the cluster's clock minus ours. */
export function checkClock(clockSkewMs: number | undefined): CheckItem {
  const item = { id: 'clock', what: 'Its clock agrees with the portal' };
  if (clockSkewMs === undefined) {
    return {
      ...item,
      outcome: 'unknown',
      message: 'The cluster has not told its time yet',
    };
  }
  if (Math.abs(clockSkewMs) < TOLERATED_MS) {
    return { ...item, outcome: 'ok' };
  }
  const direction = clockSkewMs > 0 ? 'ahead of' : 'behind';
  return {
    ...item,
    outcome: 'warning',
    message: `Its clock is ${inWords(
      clockSkewMs,
    )} ${direction} the portal's: ages and times of logs are off by as much, and short-lived tokens may be refused. Synchronise both with NTP`,
  };
}
