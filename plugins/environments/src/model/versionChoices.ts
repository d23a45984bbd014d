import {
  checkSpecification,
  ServiceOption,
  ServiceSpecification,
  VersionChoice,
} from '@domaindeck/backstage-plugin-environments-common';
import { readVersion } from './editDraft';

/** Which version a service takes, as people call it. */
export type ChosenVersion =
  | { readonly kind: 'same' }
  | { readonly kind: 'branch'; readonly where: string; readonly at?: string }
  | { readonly kind: 'other'; readonly text: string };

/**
 * The version that is taken.
 *
 * @param taken - what was chosen from a list a moment ago
 */
export function choiceOf(
  service: ServiceSpecification,
  option: ServiceOption | undefined,
  taken?: VersionChoice,
): ChosenVersion {
  const { version, image } = service;
  if (image !== undefined) {
    return { kind: 'other', text: image };
  }
  if (version === undefined || version === option?.version) {
    return { kind: 'same' };
  }
  const branch = [...(taken ? [taken] : []), ...(option?.versions ?? [])].find(
    one => one.source === 'branch' && one.version === version,
  );
  return branch?.where
    ? { kind: 'branch', where: branch.where, at: branch.at }
    : { kind: 'other', text: version };
}

/** What is known without asking a registry, in its order; a search narrows it. */
export function knownChoices(
  option: ServiceOption | undefined,
  search: string,
): readonly VersionChoice[] {
  const text = search.trim().toLocaleLowerCase('en-US');
  return (option?.versions ?? []).filter(
    one =>
      one.version !== option?.version &&
      [one.version, one.where ?? ''].some(part =>
        part.toLocaleLowerCase('en-US').includes(text),
      ),
  );
}

/** Whether what somebody typed can be a version or an image at all. */
export function canBeVersion(typed: string): boolean {
  const { version, image } = readVersion(typed);
  const { problems } = checkSpecification({
    services: [
      {
        name: 'any',
        ...(version === undefined ? {} : { version }),
        ...(image === undefined ? {} : { image }),
      },
    ],
  });
  return !problems.some(one => one.path.startsWith('services'));
}
