import { EnvironmentWarning } from '@domaindeck/backstage-plugin-environments-common';

/** What a sentence says beside its code, where one code has several sentences. */
export type SentenceKey =
  | EnvironmentWarning['code']
  | 'service-everywhere'
  | 'shared-folder'
  | 'version-unlisted'
  | 'version-refused'
  | 'version-limited'
  | 'version-garbled';

/** Why a version cannot be checked; what is not here has not answered. */
const UNCHECKED: Readonly<Record<string, SentenceKey>> = {
  'no-registry': 'version-unlisted',
  'not-found': 'version-refused',
  unauthorized: 'version-refused',
  forbidden: 'version-refused',
  'rate-limited': 'version-limited',
  'not-a-registry': 'version-garbled',
  elsewhere: 'version-garbled',
  'too-many': 'version-garbled',
};

/** The sentence of a warning; some codes speak of several things. */
export function sentenceKeyOf(warning: EnvironmentWarning): SentenceKey {
  const { code, parts } = warning;
  if (code === 'service-not-cloneable' && parts.owner === undefined) {
    return 'service-everywhere';
  }
  if (code === 'shared-data' && parts.volume !== undefined) {
    return 'shared-folder';
  }
  if (code === 'version-unchecked') {
    return UNCHECKED[String(parts.problem)] ?? code;
  }
  return code;
}

/** Warnings that stand beside the picture or their field, and need no second place. */
const ELSEWHERE: readonly EnvironmentWarning['code'][] = [
  'chain-broken',
  'chain-unknown',
  'no-address',
  'no-zone',
];

/** What forbids to create. */
export function blocksOf(
  warnings: readonly EnvironmentWarning[],
): EnvironmentWarning[] {
  return warnings.filter(one => one.severity === 'block');
}

/** What is good to know and has no place of its own, the most serious first. */
export function notesOf(
  warnings: readonly EnvironmentWarning[],
): EnvironmentWarning[] {
  return warnings.filter(
    one => one.severity !== 'block' && !ELSEWHERE.includes(one.code),
  );
}
