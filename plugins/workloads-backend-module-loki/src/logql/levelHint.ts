import { LogLevel } from '@domaindeck/backstage-plugin-workloads-common';

const NUMBERED = '(?:level|lvl|severity|levelname)"?\\s*[:=]\\s*"?\\d';

/** What every line of a level has; other lines may have it as well. */
const HINTS: Readonly<Record<Exclude<LogLevel, 'info'>, string>> = {
  error:
    'emerg|fatal|panic|alert|crit|severe|err|eror|exception|traceback|goroutine|uncaught|caused by|[ef]\\d{4} \\d{2}:',
  warn: 'warn|wrn|w\\d{4} \\d{2}:',
  debug: 'debug|dbug|dbg|trace|fine|verbose',
};

/**
 * An expression that leaves most lines of other levels in Loki. Which level a line has is told afterwards, by the rules
 * that serve all lines. A line that says nothing of its level counts as info, so nothing tells those.
 */
export function levelHint(
  levels: readonly LogLevel[] | undefined,
): string | undefined {
  const hints = levels?.map(level =>
    level === 'info' ? undefined : HINTS[level],
  );
  return hints?.every(hint => hint !== undefined)
    ? `(?i)(?:${[...hints, NUMBERED].join('|')})`
    : undefined;
}
