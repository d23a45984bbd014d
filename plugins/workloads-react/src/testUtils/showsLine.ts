import { InputError } from '@backstage/errors';
import {
  LogCondition,
  LogFilter,
} from '@domaindeck/backstage-plugin-workloads-common';
import { InMemoryLine } from './InMemoryLine';

/**
 * Whether a filter lets a line through, as the backend does.
 *
 * @throws for a wrong expression what the client throws over HTTP: an error whose cause is an InputError with the position.
 */
export function showsLine(
  filter: LogFilter & { previous?: boolean; since?: string },
  line: InMemoryLine,
): boolean {
  const { origin } = line;
  const holds =
    (field: 'include' | 'exclude') =>
    (condition: LogCondition, place: number) =>
      patternOf(condition, `${field}[${place}]`).test(line.text);
  return (
    (filter.previous ?? false) === (line.previous ?? false) &&
    (filter.since === undefined ||
      Date.parse(line.at) >= Date.parse(filter.since)) &&
    (
      filter.sources ?? [
        {
          ...origin,
          container: undefined,
          pod: undefined,
          workload: undefined,
        },
      ]
    ).some(
      one =>
        one.cluster === origin.cluster &&
        one.namespace === origin.namespace &&
        (one.pod === undefined || one.pod === origin.pod) &&
        (one.workload === undefined ||
          origin.workload?.endsWith(`/${one.workload}`)) &&
        (one.container === undefined
          ? (origin.role ?? 'main') === 'main'
          : one.container === '*' || one.container === origin.container),
    ) &&
    (filter.include ?? []).every(holds('include')) &&
    !(filter.exclude ?? []).some(holds('exclude')) &&
    (filter.levels ?? [line.level]).includes(line.level)
  );
}

function patternOf(condition: LogCondition, field: string): RegExp {
  const { text, regex, caseSensitive } = condition;
  try {
    return new RegExp(
      regex ? text : text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'),
      caseSensitive ? '' : 'i',
    );
  } catch {
    const cause = new InputError(
      `${field}: the expression "${text}" is wrong at position ${
        text.lastIndexOf('(') + 1
      }: this bracket is never closed`,
    );
    throw Object.assign(new Error('Request failed with 400 Bad Request'), {
      name: 'ResponseError',
      cause,
    });
  }
}
