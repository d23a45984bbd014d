import { flagParameter, integerParameter } from './ListRequest';
import { StatusError } from '../writes/StatusError';

/** What a request for a log asks for. */
export interface LogOptions {
  readonly container: string | undefined;
  readonly follow: boolean;
  readonly previous: boolean;
  readonly timestamps: boolean;
  /** Milliseconds since 1970, whole seconds as the real server hands them on. */
  readonly since: number | undefined;
  readonly tailLines: number | undefined;
  readonly limitBytes: number | undefined;
}

/** @throws StatusError 400 or 422 with the words of the real server */
export function parseLogOptions(
  pod: string,
  query: URLSearchParams,
  now: number,
): LogOptions {
  const invalid = (field: string, message: string) =>
    StatusError.invalid(
      { kind: 'PodLogOptions', group: '' },
      pod,
      field,
      'FieldValueInvalid',
      message,
    );
  const tailLines = integerParameter(query, 'tailLines');
  const limitBytes = integerParameter(query, 'limitBytes');
  const sinceSeconds = integerParameter(query, 'sinceSeconds');
  const sinceTime = query.get('sinceTime');
  if (tailLines !== undefined && tailLines < 0) {
    throw invalid(
      'tailLines',
      `Invalid value: ${tailLines}: must be greater than or equal to 0`,
    );
  }
  if (limitBytes !== undefined && limitBytes < 1) {
    throw invalid(
      'limitBytes',
      `Invalid value: ${limitBytes}: must be greater than 0`,
    );
  }
  if (sinceSeconds !== undefined && sinceTime) {
    throw StatusError.invalid(
      { kind: 'PodLogOptions', group: '' },
      pod,
      '',
      'FieldValueForbidden',
      'Forbidden: at most one of `sinceTime` or `sinceSeconds` may be specified',
    );
  }
  if (sinceSeconds !== undefined && sinceSeconds < 1) {
    throw invalid(
      'sinceSeconds',
      `Invalid value: ${sinceSeconds}: must be greater than 0`,
    );
  }
  const at = sinceTime ? Date.parse(sinceTime) : undefined;
  if (Number.isNaN(at)) {
    throw StatusError.badRequest(
      `parsing time "${sinceTime}" as "2006-01-02T15:04:05Z07:00": cannot parse "${sinceTime}" as "2006"`,
    );
  }
  const since =
    sinceSeconds === undefined ? at : Math.ceil(now - sinceSeconds * 1000);
  return {
    container: query.get('container') ?? undefined,
    follow: flagParameter(query, 'follow'),
    previous: flagParameter(query, 'previous'),
    timestamps: flagParameter(query, 'timestamps'),
    since: since === undefined ? undefined : Math.floor(since / 1000) * 1000,
    tailLines,
    limitBytes,
  };
}
