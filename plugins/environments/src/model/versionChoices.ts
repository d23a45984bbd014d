import {
  ServiceOption,
  ServiceSpecification,
  VersionChoice,
} from '@domaindeck/backstage-plugin-environments-common';

/** Which version a service takes, as people call it. */
export type ChosenVersion =
  | { readonly kind: 'same' }
  | { readonly kind: 'branch'; readonly where: string; readonly at?: string }
  | { readonly kind: 'other'; readonly text: string };

/** The version that is taken. */
export function choiceOf(
  service: ServiceSpecification,
  option: ServiceOption | undefined,
): ChosenVersion {
  const { version, image } = service;
  if (image !== undefined) {
    return { kind: 'other', text: image };
  }
  if (version === undefined || version === option?.version) {
    return { kind: 'same' };
  }
  const branch = option?.versions.find(
    one => one.source === 'branch' && one.version === version,
  );
  return branch?.where
    ? { kind: 'branch', where: branch.where, at: branch.at }
    : { kind: 'other', text: version };
}

/** Versions to choose from by kind, the newest first; a search narrows them. */
export function choicesOf(
  option: ServiceOption | undefined,
  search: string,
): {
  readonly branches: readonly VersionChoice[];
  readonly tags: readonly VersionChoice[];
} {
  const text = search.trim().toLocaleLowerCase('en-US');
  const found = (option?.versions ?? []).filter(
    one =>
      text === '' ||
      [one.version, one.where ?? ''].some(part =>
        part.toLocaleLowerCase('en-US').includes(text),
      ),
  );
  const sorted = [...found].sort((a, b) =>
    (b.at ?? '').localeCompare(a.at ?? '', 'en'),
  );
  const tags = sorted.filter(
    one => one.source !== 'branch' && one.version !== option?.version,
  );
  return {
    branches: sorted.filter(one => one.source === 'branch'),
    // One version may run in several places.
    tags: tags.filter(
      (one, index) =>
        tags.findIndex(other => other.version === one.version) === index,
    ),
  };
}
