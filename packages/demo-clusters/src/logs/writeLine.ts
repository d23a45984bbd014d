import { LineLevel, LineProfile } from './LineProfile';

const KLOG_LETTERS: Readonly<Record<LineLevel, string>> = {
  error: 'E',
  warn: 'W',
  info: 'I',
  debug: 'I',
};

/**
 * Writes one line of a profile. The same number gives the same line.
 * @param dice - an unsigned 32-bit number
 * @param at - milliseconds since 1970
 */
export function writeLine(
  profile: LineProfile,
  dice: number,
  at: number,
): string {
  const [level, , template, fieldsTemplate] = pick(profile, dice);
  const message = fill(template, dice);
  const fields = fill(fieldsTemplate, dice);
  switch (profile.form) {
    case 'json':
      return JSON.stringify({
        time: new Date(at).toISOString(),
        level,
        msg: message,
        ...pairs(fields),
      });
    case 'klog': {
      const [date, time] = new Date(at).toISOString().split('T');
      return `${KLOG_LETTERS[level]}${date
        .slice(5)
        .replace('-', '')} ${time.slice(0, 12)}000       1 poster.go:${
        100 + (dice % 90)
      }] "${message}" ${fields}`;
    }
    case 'logfmt':
      return `level=${level} msg="${message}" ${quoted(fields)}`;
    default:
      return `${new Date(at)
        .toISOString()
        .replace('T', ' ')
        .slice(0, 23)} UTC [1] ${message}`;
  }
}

function pick(
  profile: LineProfile,
  dice: number,
): LineProfile['lines'][number] {
  const total = profile.lines.reduce((sum, [, weight]) => sum + weight, 0);
  let rest = dice % total;
  for (const line of profile.lines) {
    rest -= line[1];
    if (rest < 0) {
      return line;
    }
  }
  return profile.lines[0];
}

function fill(template: string, dice: number): string {
  let turn = dice;
  return template.replace(/\{([^}]*)\}/g, (_whole, hole: string) => {
    turn = Math.imul(turn ^ (turn >>> 15), 0x2c1b3c6d) >>> 0;
    switch (hole) {
      case 'hex':
        return (turn % 0xfffff).toString(16).padStart(5, '0');
      case 'n':
        return String(10 + (turn % 90));
      case 'ms':
        return String(8 + (turn % 240));
      case 'money':
        return `${1 + (turn % 400)}.${10 + (turn % 90)} CNY`;
      default: {
        const choices = hole.split('|');
        return choices[turn % choices.length];
      }
    }
  });
}

/** `a=two words` as `a="two words"`. */
function quoted(fields: string): string {
  return fields.replace(/([\w.]+)=([^"=]* [^"=]*?)(?= [\w.]+=|$)/g, '$1="$2"');
}

/** `a=1 b=two words c=3` as an object; numbers become numbers. */
function pairs(fields: string): Record<string, string | number> {
  return Object.fromEntries(
    [...fields.matchAll(/([\w.]+)=(.*?)(?= [\w.]+=|$)/g)].map(
      ([, name, value]) => [
        name,
        /^\d{1,12}(?:\.\d+)?$/.test(value) ? Number(value) : value,
      ],
    ),
  );
}
