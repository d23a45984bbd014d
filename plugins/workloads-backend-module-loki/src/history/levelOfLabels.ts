import { LogLevel } from '@domaindeck/backstage-plugin-workloads-common';

/** Where Loki has the level that it found in a line (since 3.0), and where collectors put it. */
export const LEVEL_LABELS = ['detected_level', 'level'];

const LEVELS: Readonly<Record<string, LogLevel>> = {
  emergency: 'error',
  fatal: 'error',
  panic: 'error',
  alert: 'error',
  critical: 'error',
  error: 'error',
  err: 'error',
  warning: 'warn',
  warn: 'warn',
  debug: 'debug',
  trace: 'debug',
};

/** The level of lines that Loki counted together. */
export function levelOfLabels(
  labels: Readonly<Record<string, string>>,
): LogLevel {
  const [word = ''] = LEVEL_LABELS.map(label => labels[label]).filter(Boolean);
  const key = word.toLowerCase();
  return Object.hasOwn(LEVELS, key) ? LEVELS[key] : 'info';
}
