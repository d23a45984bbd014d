import { AuthenticationError } from '@backstage/errors';
import { createProxyAuthenticator } from '@backstage/plugin-auth-node';
import { readDemoPeople } from './readDemoPeople';

/**
 * Header in which the sign-in page says who was chosen: the full ref of a user.
 * @public
 */
export const DEMO_PERSON_HEADER = 'x-demo-person';

/** Takes the word of the browser for who somebody is, among the people of the config. */
export const demoPeopleAuthenticator = createProxyAuthenticator({
  defaultProfileTransform: async () => ({ profile: {} }),

  initialize: ({ config }) => readDemoPeople(config),

  async authenticate({ req }, people: readonly string[]) {
    const person = req.header(DEMO_PERSON_HEADER);
    if (!person || !people.includes(person)) {
      throw new AuthenticationError(
        `"${
          person ?? ''
        }" is not one of the demo people in auth.providers.demoPeople.people`,
      );
    }
    return { result: { person } };
  },
});
