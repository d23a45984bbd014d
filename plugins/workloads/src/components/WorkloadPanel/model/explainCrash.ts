/** Why a container ended, as far as a line of its log says so. */
export type CrashCause =
  | 'outOfMemory'
  | 'refused'
  | 'unknownHost'
  | 'portTaken'
  | 'configMissing'
  | 'denied'
  | 'diskFull'
  | 'panic'
  | 'exception';

/** The line that explains a crash. */
export interface CrashLine {
  readonly index: number;
  readonly cause: CrashCause;
}

/** The narrower first: "panic: dial tcp: connection refused" is a refused connection. */
const PATTERNS: readonly (readonly [CrashCause, RegExp])[] = [
  [
    'outOfMemory',
    /OutOfMemoryError|out of memory|heap limit|bad_alloc|\bMemoryError\b|Cannot allocate memory/i,
  ],
  ['portTaken', /EADDRINUSE|address already in use/i],
  ['refused', /ECONNREFUSED|connection refused/i],
  [
    'unknownHost',
    /ENOTFOUND|no such host|UnknownHostException|name or service not known|getaddrinfo/i,
  ],
  ['diskFull', /ENOSPC|no space left on device/i],
  [
    'configMissing',
    /(?:missing|required|unset|not set|undefined)\b.{0,40}\b(?:env(?:ironment)?(?: variable)?|config(?:uration)?|setting|secret)\b|\b(?:env(?:ironment)? variable|config(?:uration)?|setting|secret)\b.{0,60}\b(?:missing|required|not set|unset|not found)\b|ENOENT|no such file or directory|FileNotFoundException/i,
  ],
  [
    'denied',
    /EACCES|permission denied|access denied|authentication failed|\bforbidden\b/i,
  ],
  ['panic', /^panic: |thread '[^']*' panicked|Segmentation fault|SIGSEGV/],
  [
    'exception',
    /^Exception in thread|^(?:Uncaught|Unhandled) |^Caused by: |^[\w.$]+(?:Exception|Error): /,
  ],
];

/**
 * The line of a container's last words that says why it ended, where one fits a known pattern; the latest line of the
 * narrowest cause.
 */
export function explainCrash(lines: readonly string[]): CrashLine | undefined {
  for (const [cause, pattern] of PATTERNS) {
    for (let index = lines.length - 1; index >= 0; index -= 1) {
      if (pattern.test(lines[index])) {
        return { index, cause };
      }
    }
  }
  return undefined;
}
