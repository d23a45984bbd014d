import { InputError } from '@backstage/errors';
import {
  checkSpecification,
  EnvironmentWarning,
  Specification,
  SpecificationProblem,
} from '@domaindeck/backstage-plugin-environments-common';
import { maskedPlaces } from '../objects';

/** A specification with mistakes; each is in the answer with its place. */
export class SpecificationError extends InputError {
  readonly problems: readonly SpecificationProblem[];

  constructor(problems: readonly SpecificationProblem[]) {
    super(problems.map(problem => problem.message).join(' '));
    this.problems = problems;
  }
}

/** A plan that may not be made; what forbids it is in the answer. */
export class PlanBlockedError extends InputError {
  readonly warnings: readonly EnvironmentWarning[];

  constructor(warnings: readonly EnvironmentWarning[]) {
    super(warnings.map(warning => warning.message).join(' '));
    this.warnings = warnings;
  }
}

/**
 * @throws SpecificationError with every mistake; one is a value that was masked for the reader, who took it from the
 * record of an environment that they may only look at: dots are no password
 */
export function checkedSpecification(input: unknown): Specification {
  const { specification, problems } = checkSpecification(input);
  if (!specification) {
    throw new SpecificationError(problems);
  }
  const masked = maskedPlaces(specification);
  if (masked.length > 0) {
    throw new SpecificationError(
      masked.map(path => ({
        path,
        code: 'masked',
        message: `"${path}" is masked; write its value, or leave it out to take that of the baseline.`,
      })),
    );
  }
  return specification;
}

/** @throws PlanBlockedError when one of the warnings forbids to go on */
export function refuseBlocked(warnings: readonly EnvironmentWarning[]): void {
  const blocks = warnings.filter(warning => warning.severity === 'block');
  if (blocks.length > 0) {
    throw new PlanBlockedError(blocks);
  }
}
