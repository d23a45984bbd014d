import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { LANGUAGES, Wording } from '../words';

const KEY = 'environments.notifications';

/**
 * In which language and by which clock people are told. A notification is written before anybody reads it, so neither
 * can be that of the reader.
 *
 * @throws InputError naming the key that is wrong
 */
export function readWording(root: Config): Wording {
  const config = root.getOptionalConfig(KEY);
  const language = config?.getOptionalString('language') ?? 'en';
  const words = LANGUAGES.get(language);
  if (!words) {
    throw new InputError(
      `Wrong configuration: ${KEY}.language "${language}" is none of ${[
        ...LANGUAGES.keys(),
      ].join(', ')}`,
    );
  }
  const timeZone = config?.getOptionalString('timeZone') ?? 'UTC';
  try {
    return { words, formatTime: formatterOf(words.locale, timeZone) };
  } catch {
    throw new InputError(
      `Wrong configuration: ${KEY}.timeZone "${timeZone}" is no time zone such as Asia/Shanghai`,
    );
  }
}

/** @throws RangeError for a time zone that there is not */
function formatterOf(locale: string, timeZone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat(locale, {
    timeZone,
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  });
  return at => format.format(at);
}
