import { SpecificationProblem } from '../model';

/**
 * Names that no environment may have: they read like a baseline or like a part of an address.
 * @public
 */
export const RESERVED_NAMES: readonly string[] = [
  'baseline',
  'default',
  'dev',
  'development',
  'kube',
  'kube-system',
  'live',
  'new',
  'prod',
  'production',
  'staging',
  'system',
  'test',
  'testing',
  'www',
];

/** Longest name: it becomes part of a host label beside a service's name, and of a namespace beside the domain's. */
const MAX_LENGTH = 40;

/**
 * What is wrong with the name of an environment; undefined when nothing is.
 *
 * @param name - as typed
 * @param reserved - further names that the company keeps
 * @public
 */
export function checkName(
  name: string,
  reserved: readonly string[] = [],
): Omit<SpecificationProblem, 'path'> | undefined {
  if (name === '') {
    return { code: 'name-empty', message: 'An environment needs a name.' };
  }
  if (name.length > MAX_LENGTH) {
    return {
      code: 'name-too-long',
      message: `"${name}" has ${name.length} characters; ${MAX_LENGTH} is the most.`,
    };
  }
  if (!/^[a-z]([a-z0-9-]*[a-z0-9])?$/.test(name)) {
    return {
      code: 'name-characters',
      message: `"${name}" becomes part of an address: it takes small letters a to z, digits and dashes, starts with a letter and ends with a letter or digit.`,
    };
  }
  if (RESERVED_NAMES.includes(name) || reserved.includes(name)) {
    return {
      code: 'name-reserved',
      message: `"${name}" is kept for baselines and for the product itself.`,
    };
  }
  return undefined;
}
