import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/**
 * Reads `people` of the provider's config.
 *
 * @returns full refs of the users that may be chosen, in the order of the config
 * @throws InputError that names the entry when one is not a user
 * @internal
 */
export function readDemoPeople(config: Config): readonly string[] {
  return config.getStringArray('people').map((text, index) => {
    const ref = parseEntityRef(text, {
      defaultKind: 'user',
      defaultNamespace: 'default',
    });
    if (ref.kind.toLocaleLowerCase('en-US') !== 'user') {
      throw new InputError(
        `auth.providers.demoPeople.people[${index}] is "${text}"; expected a user, such as user:default/dev-one`,
      );
    }
    return stringifyEntityRef(ref);
  });
}
