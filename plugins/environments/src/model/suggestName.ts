import { Options } from '@domaindeck/backstage-plugin-environments-common';
import { Draft } from './draft';

const MOST = 40;

/** A name for what is chosen, until somebody types one: the branch, else the first service and who takes it. */
export function suggestName(
  draft: Draft,
  options: Pick<Options, 'services'>,
  me: string | undefined,
): string {
  const [first] = [
    ...draft.services.filter(one => one.version ?? one.image),
    ...draft.services,
  ];
  if (!first) {
    return '';
  }
  const choice = options.services
    .find(one => one.name === first.name)
    ?.versions.find(one => one.version === first.version);
  const branch =
    choice?.source === 'branch'
      ? choice.where?.split('/').at(-1)
      : branchIn(first.version);
  const person = me?.split('/').at(-1);
  return plain(branch ?? [first.name, person].filter(Boolean).join('-'));
}

/** The name of the branch in a tag that is made of it. A tag of numbers says nothing of what it is for. */
function branchIn(version: string | undefined): string | undefined {
  return version === undefined || /^(?:v?\d|[0-9a-f]{7,40}$)/i.test(version)
    ? undefined
    : version.replace(/^(?:feat|feature|fix|bugfix|hotfix)[-_.]/i, '');
}

/** What a name may have: small letters, digits and dashes, a letter first. */
function plain(text: string): string {
  return text
    .toLocaleLowerCase('en-US')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, MOST)
    .replace(/-+$/, '');
}
