/** How a registry wants to be asked. */
export type Challenge =
  | { readonly scheme: 'basic' }
  | {
      readonly scheme: 'bearer';
      /** Where a token is given. */
      readonly realm: string;
      readonly service?: string;
    };

/** Longer ones are not read. */
const LONGEST = 8_192;
const PART =
  /\s*,?\s*(?:([A-Za-z0-9_-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]+))|([A-Za-z][A-Za-z0-9_-]*)(?=\s|,|$))/y;

/**
 * Reads `WWW-Authenticate`, which may hold several challenges. A bearer challenge is preferred, as it wants the password
 * only once.
 *
 * @returns undefined when it has none that is understood
 */
export function parseChallenge(header: string): Challenge | undefined {
  const challenges: { scheme: string; params: Map<string, string> }[] = [];
  PART.lastIndex = 0;
  const text = header.slice(0, LONGEST);
  for (let part = PART.exec(text); part; part = PART.exec(text)) {
    const [, name, quoted, plain, scheme] = part;
    if (scheme !== undefined) {
      challenges.push({ scheme: scheme.toLowerCase(), params: new Map() });
    } else {
      const value = quoted?.replace(/\\(.)/g, '$1') ?? plain;
      challenges.at(-1)?.params.set(name.toLowerCase(), value);
    }
  }
  const bearer = challenges.find(
    one => one.scheme === 'bearer' && one.params.has('realm'),
  );
  if (bearer) {
    const service = bearer.params.get('service');
    return {
      scheme: 'bearer',
      realm: bearer.params.get('realm')!,
      ...(service ? { service } : {}),
    };
  }
  return challenges.some(one => one.scheme === 'basic')
    ? { scheme: 'basic' }
    : undefined;
}
