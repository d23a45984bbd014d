import { IdentityApi } from '@backstage/frontend-plugin-api';

const CHANNEL = 'domaindeck.sign-out';

/**
 * What {@link shareSignOut} takes of a browser.
 * @public
 */
export interface SignOutSurroundings {
  /** Opens what the tabs of a browser hear each other through. */
  readonly open?: (
    name: string,
  ) => Pick<BroadcastChannel, 'postMessage' | 'onmessage'> | undefined;
  /** Leaves a page whose person has signed out elsewhere; loads it again unless told. */
  readonly leave?: () => void;
}

/**
 * The same identity, whose sign-out ends the session of its person in all tabs of the browser: each signs out too and loads
 * its page again, which closes its streams and takes away what it showed. Tabs of another person stay.
 *
 * @remarks
 *
 * Backstage signs out the tab in which one clicks; the others keep their session until their token expires. A portal passes
 * what its sign-in page gives through this: `onSignInSuccess(shareSignOut(identity))`. A browser without `BroadcastChannel`
 * gets the identity as it is.
 *
 * @public
 */
export function shareSignOut(
  identity: IdentityApi,
  surroundings: SignOutSurroundings = {},
): IdentityApi {
  const { open = openChannel, leave = reload } = surroundings;
  const channel = open(CHANNEL);
  if (!channel) {
    return identity;
  }
  // Asked for now: at the sign-out the session may be over, and the others are to hear of it all the same.
  const person = identity.getBackstageIdentity().then(
    ({ userEntityRef }) => userEntityRef,
    () => undefined,
  );
  channel.onmessage = async ({ data }) => {
    if (data !== undefined && data === (await person)) {
      // A session that is over already needs no end.
      await identity.signOut().catch(() => {});
      leave();
    }
  };
  return {
    getProfileInfo: () => identity.getProfileInfo(),
    getBackstageIdentity: () => identity.getBackstageIdentity(),
    getCredentials: () => identity.getCredentials(),
    signOut: async () => {
      // First, since a sign-out may leave the page.
      channel.postMessage(await person);
      await identity.signOut();
    },
  };
}

function openChannel(name: string): BroadcastChannel | undefined {
  return typeof BroadcastChannel === 'undefined'
    ? undefined
    : new BroadcastChannel(name);
}

function reload(): void {
  window.location.reload();
}
