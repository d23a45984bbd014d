import { Specification, SpecificationProblem } from '../model';
import { checkName } from './checkName';
import { checkServices } from './checkServices';
import { durationMs } from './durations';
import { isRecord, Problems } from './Problems';

const FIELDS = [
  'name',
  'domain',
  'cluster',
  'baseline',
  'size',
  'expiresIn',
  'sleepWhenUnused',
  'collaborators',
  'services',
  'configOverrides',
  'share',
  'rewriteAddresses',
  'why',
];

const ENTITY_REF = /^[a-z][a-z0-9]*:[a-z0-9_.-]+\/[a-z0-9_.-]+$/i;

/** Shortest times that make sense: sources of metrics tell of the last minutes only when they are over. */
const SHORTEST_MINUTES = { expiresIn: 5, sleepWhenUnused: 15 };

/**
 * Reads a specification from anywhere: the form, a request, a file. What depends on the company's limits and on the
 * baseline is not judged here but by the plan.
 *
 * @returns the specification, or every mistake in it with its place
 * @public
 */
export function checkSpecification(
  input: unknown,
  options: { readonly reservedNames?: readonly string[] } = {},
):
  | { readonly specification: Specification; readonly problems: [] }
  | {
      readonly specification?: undefined;
      readonly problems: readonly SpecificationProblem[];
    } {
  const problems = new Problems();
  if (!isRecord(input)) {
    problems.add('', 'not-an-object', 'A specification is an object.');
    return { problems: problems.all };
  }
  problems.unknownFields('', input, FIELDS);
  checkText(problems, input);
  checkTimes(problems, input);
  checkServices(problems, input.services);
  checkOverrides(problems, input);
  const named = input.name;
  if (typeof named === 'string') {
    const problem = checkName(named, options.reservedNames);
    if (problem) {
      problems.add('name', problem.code, problem.message);
    }
  }
  return problems.all.length > 0
    ? { problems: problems.all }
    : { specification: input as unknown as Specification, problems: [] };
}

function checkText(problems: Problems, input: Record<string, unknown>): void {
  for (const field of ['name', 'domain', 'cluster', 'size', 'expiresIn']) {
    problems.text(field, input[field]);
  }
  for (const field of ['baseline', 'why', 'sleepWhenUnused']) {
    if (input[field] !== undefined) {
      problems.text(field, input[field]);
    }
  }
  if (typeof input.domain === 'string' && !ENTITY_REF.test(input.domain)) {
    problems.add(
      'domain',
      'not-a-reference',
      `"${input.domain}" is not a full entity reference such as domain:default/payments.`,
    );
  }
  if (
    typeof input.baseline === 'string' &&
    !/^[^/]+\/[^/]+$/.test(input.baseline)
  ) {
    problems.add(
      'baseline',
      'not-an-environment',
      `"${input.baseline}" is not an environment; expected cluster/namespace.`,
    );
  }
  if (
    input.rewriteAddresses !== undefined &&
    typeof input.rewriteAddresses !== 'boolean'
  ) {
    problems.add(
      'rewriteAddresses',
      'not-a-boolean',
      'Expected true or false.',
    );
  }
  const { collaborators } = input;
  if (collaborators !== undefined) {
    problems.list('collaborators', collaborators, (path, one) => {
      if (typeof one !== 'string' || !ENTITY_REF.test(one)) {
        problems.add(
          path,
          'not-a-reference',
          `"${String(
            one,
          )}" is not a full entity reference such as user:default/ana.`,
        );
      }
    });
  }
}

function checkTimes(problems: Problems, input: Record<string, unknown>): void {
  for (const [field, shortest] of Object.entries(SHORTEST_MINUTES)) {
    const value = input[field];
    if (typeof value !== 'string') {
      continue;
    }
    const ms = durationMs(value);
    if (ms === undefined) {
      problems.add(
        field,
        'not-a-duration',
        `"${value}" is not a duration such as P3D or PT8H; months and years have no fixed length.`,
      );
    } else if (ms < shortest * 60_000) {
      problems.add(
        field,
        'too-short',
        `"${value}" is shorter than ${shortest} minutes.`,
      );
    }
  }
}

function checkOverrides(
  problems: Problems,
  input: Record<string, unknown>,
): void {
  problems.map('configOverrides', input.configOverrides, (path, keys) =>
    problems.map(path, keys, (place, value) => {
      if (typeof value !== 'string' && value !== null) {
        problems.add(
          place,
          'not-a-text',
          'Expected a text, or null to remove.',
        );
      }
    }),
  );
  problems.map('share', input.share, (path, value) => {
    if (value !== 'baseline' && value !== 'empty') {
      problems.add(
        path,
        'not-a-choice',
        'A store is shared with the "baseline" or starts "empty".',
      );
    }
  });
}
