import { ResourceType } from '../model/ResourceType';
import { StatusError } from '../writes/StatusError';
import { Matcher, parseFieldSelector, parseLabelSelector } from './selectors';

/** Which objects of a kind are meant: the part that list and watch share. */
export interface Selection {
  readonly namespace: string | undefined;
  readonly labels: Matcher | undefined;
  readonly fields: Matcher | undefined;
}

/** Reads what list and watch share. @throws StatusError 400 */
export function parseSelection(
  type: ResourceType,
  namespace: string | undefined,
  name: string | undefined,
  query: URLSearchParams,
): Selection {
  const byName: Matcher | undefined =
    name === undefined ? undefined : object => object.metadata.name === name;
  return {
    namespace,
    labels: parseLabelSelector(query.get('labelSelector') ?? ''),
    fields:
      parseFieldSelector(type, query.get('fieldSelector') ?? '') ?? byName,
  };
}

/** Where the next page begins. */
export interface ContinueToken {
  readonly revision: number;
  /** Key of the last item of the page before. */
  readonly after: string;
}

export function encodeContinue(token: ContinueToken): string {
  return Buffer.from(
    JSON.stringify({
      v: 'meta.k8s.io/v1',
      rv: token.revision,
      start: `/${token.after}\u0000`,
    }),
  ).toString('base64url');
}

/** @throws StatusError 400 for a token that this server did not give */
export function decodeContinue(text: string): ContinueToken {
  try {
    const parsed: unknown = JSON.parse(
      Buffer.from(text, 'base64url').toString('utf8'),
    );
    const { v, rv, start } = parsed as Record<string, unknown>;
    if (
      v === 'meta.k8s.io/v1' &&
      typeof rv === 'number' &&
      typeof start === 'string' &&
      start.endsWith('\u0000')
    ) {
      // The start is the key after the last one: its name and a zero character.
      return { revision: rv, after: start.slice(1, -1) };
    }
  } catch {
    // Falls through to the refusal below: the cause is the client's text.
  }
  throw StatusError.badRequest(
    'invalid continue token: continue key is not valid: unexpected content',
  );
}

/** Reads a whole number of a query. @throws StatusError 400 */
export function integerParameter(
  query: URLSearchParams,
  name: string,
): number | undefined {
  const text = query.get(name);
  if (text === null || text === '') {
    return undefined;
  }
  if (!/^-?\d+$/.test(text)) {
    throw StatusError.badRequest(
      `strconv.ParseInt: parsing "${text}": invalid syntax`,
    );
  }
  return Number(text);
}

/** Whether a flag of a query is set: `true` and `1` are. */
export function flagParameter(query: URLSearchParams, name: string): boolean {
  const text = query.get(name);
  return text === 'true' || text === '1';
}

/** What the options of lists and watches refuse is refused in one form. */
export function invalidListOptions(
  field: string,
  message: string,
): StatusError {
  return StatusError.invalid(
    { kind: 'ListOptions', group: 'meta.k8s.io' },
    '',
    field,
    'FieldValueForbidden',
    `Forbidden: ${message}`,
  );
}
