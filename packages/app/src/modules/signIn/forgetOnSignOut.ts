import { IdentityApi } from '@backstage/frontend-plugin-api';
import { RememberedPerson } from './RememberedPerson';

/** The same identity, whose sign-out also forgets the choice. */
export function forgetOnSignOut(
  identity: IdentityApi,
  remembered: RememberedPerson,
): IdentityApi {
  return {
    getProfileInfo: () => identity.getProfileInfo(),
    getBackstageIdentity: () => identity.getBackstageIdentity(),
    getCredentials: () => identity.getCredentials(),
    signOut: async () => {
      remembered.forget();
      await identity.signOut();
    },
  };
}
