import { InputError } from '@backstage/errors';
import { LogFilter } from '@domaindeck/backstage-plugin-workloads-common';
import { InMemoryLine } from './InMemoryLine';

/**
 * Whether a filter lets a line through, as the backend does.
 *
 * @throws InputError for a wrong expression, with its position.
 */
export function showsLine(
  filter: LogFilter & { previous?: boolean; since?: string },
  line: InMemoryLine,
): boolean {
  const { origin } = line;
  const holds = ({
    text,
    regex,
    caseSensitive,
  }: {
    text: string;
    regex?: boolean;
    caseSensitive?: boolean;
  }) => patternOf(text, regex, caseSensitive).test(line.text);
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
    (filter.include ?? []).every(holds) &&
    !(filter.exclude ?? []).some(holds) &&
    (filter.levels ?? [line.level]).includes(line.level)
  );
}

function patternOf(text: string, regex = false, caseSensitive = false): RegExp {
  try {
    return new RegExp(
      regex ? text : text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'),
      caseSensitive ? '' : 'i',
    );
  } catch {
    throw new InputError(
      `The expression ${text} cannot be read at position ${text.length}`,
    );
  }
}
