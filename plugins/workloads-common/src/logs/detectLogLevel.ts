import { LogLevel } from './types';

/** Only the beginning of a line is looked at: a level stands there, and a line may have megabytes. */
const LOOK_AT = 2_048;

const WORDS: Readonly<Record<string, LogLevel>> = {
  emerg: 'error',
  emergency: 'error',
  fatal: 'error',
  panic: 'error',
  dpanic: 'error',
  alert: 'error',
  crit: 'error',
  critical: 'error',
  severe: 'error',
  err: 'error',
  eror: 'error',
  error: 'error',
  warn: 'warn',
  warning: 'warn',
  wrn: 'warn',
  info: 'info',
  inf: 'info',
  information: 'info',
  notice: 'info',
  debug: 'debug',
  dbug: 'debug',
  dbg: 'debug',
  trace: 'debug',
  fine: 'debug',
  verbose: 'debug',
};

const KLOG: Readonly<Record<string, LogLevel>> = {
  I: 'info',
  W: 'warn',
  E: 'error',
  F: 'error',
};

// Consoles write colour codes before and after the level.
const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, 'g');
const JSON_LEVEL =
  /[{,]\s*"(?:level|lvl|severity|log\.level|loglevel|levelname|@level)"\s*:\s*(?:"(\w+)"|(\d+))/i;
const LOGFMT_LEVEL = /(?:^|\s)(?:level|lvl|severity)="?(\w+)/i;
const KLOG_LINE = /^([IWEF])\d{4} \d{2}:\d{2}:\d{2}/;
const UPPER_WORD =
  /\b(EMERG|FATAL|PANIC|ALERT|CRIT|CRITICAL|SEVERE|ERR|EROR|ERROR|WARN|WARNING|WRN|INFO|INF|NOTICE|DEBUG|DBUG|DBG|TRACE|FINE)\b/;
const MARKED_WORD =
  /(?:^|[[<(|])(emerg|fatal|panic|alert|crit|critical|severe|err|error|warn|warning|info|notice|debug|trace|verbose)(?=[\]>)|:])/i;
const THROWN =
  /^(?:Traceback \(most recent call last\)|goroutine \d+ \[|(?:Exception in thread |Caused by: |Uncaught )|[\w.$]+(?:Exception|Error)(?::|$))/;

/**
 * The level that a line states: in JSON, in logfmt, in klog's form, else by a word where levels stand.
 *
 * @returns undefined for a line that states none
 * @public
 */
export function detectLogLevel(line: string): LogLevel | undefined {
  let text = line.length > LOOK_AT ? line.slice(0, LOOK_AT) : line;
  if (text.includes('\u001b')) {
    text = text.replace(COLOURS, '');
  }
  if (text.trimStart().startsWith('{')) {
    const [, word, number] = JSON_LEVEL.exec(text) ?? [];
    return word === undefined ? numberedLevel(number) : wordLevel(word);
  }
  const [, letter] = KLOG_LINE.exec(text) ?? [];
  if (letter !== undefined) {
    return KLOG[letter];
  }
  const [, pair] = LOGFMT_LEVEL.exec(text) ?? [];
  if (pair !== undefined) {
    return wordLevel(pair);
  }
  const [, word] = MARKED_WORD.exec(text) ?? UPPER_WORD.exec(text) ?? [];
  if (word !== undefined) {
    return wordLevel(word);
  }
  return THROWN.test(text) ? 'error' : undefined;
}

/**
 * Whether a line goes on with the one before, as the frames of a stack trace do.
 * @public
 */
export function isLogContinuation(line: string): boolean {
  return /^(?:\s|\.\.\. \d+ more|Caused by: )/.test(line);
}

function wordLevel(word: string): LogLevel | undefined {
  const key = word.toLowerCase();
  return Object.hasOwn(WORDS, key) ? WORDS[key] : numberedLevel(word);
}

/** The numbers of bunyan and pino, 10 to 60. */
function numberedLevel(text: string | undefined): LogLevel | undefined {
  const number = Number(text);
  if (!text || Number.isNaN(number)) {
    return undefined;
  }
  if (number >= 50) {
    return 'error';
  }
  if (number >= 40) {
    return 'warn';
  }
  return number >= 30 ? 'info' : 'debug';
}
