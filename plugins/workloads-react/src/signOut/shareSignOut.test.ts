import { IdentityApi } from '@backstage/frontend-plugin-api';
import { mockApis } from '@backstage/frontend-test-utils';
import { shareSignOut } from './shareSignOut';

/** The tabs of one browser: a message reaches all but the one that sends it. */
class Browser {
  readonly #channels: Pick<BroadcastChannel, 'postMessage' | 'onmessage'>[] =
    [];

  open() {
    const channel: Pick<BroadcastChannel, 'postMessage' | 'onmessage'> = {
      onmessage: null,
      postMessage: data => {
        for (const other of this.#channels) {
          if (other !== channel) {
            other.onmessage?.call(
              other as BroadcastChannel,
              new MessageEvent('message', { data }),
            );
          }
        }
      },
    };
    this.#channels.push(channel);
    return channel;
  }
}

describe('shareSignOut', () => {
  let browser: Browser;
  let log: string[];

  beforeEach(() => {
    browser = new Browser();
    log = [];
  });

  function tab(name: string, person: string, more: Partial<IdentityApi> = {}) {
    const identity = mockApis.identity({
      userEntityRef: `user:default/${person}`,
    });
    return shareSignOut(
      {
        getProfileInfo: () => identity.getProfileInfo(),
        getBackstageIdentity: () => identity.getBackstageIdentity(),
        getCredentials: () => identity.getCredentials(),
        signOut: async () => {
          log.push(`${name} signs out`);
        },
        ...more,
      },
      { open: () => browser.open(), leave: () => log.push(`${name} leaves`) },
    );
  }

  const settled = () => new Promise(resolve => setTimeout(resolve));

  it('signs out every tab of the person, and no tab of another', async () => {
    const first = tab('first', 'dev-one');
    tab('second', 'dev-one');
    tab('third', 'dev-one');
    tab('of somebody else', 'operator');
    await first.signOut();
    await settled();
    expect(log.sort()).toEqual([
      'first signs out',
      'second leaves',
      'second signs out',
      'third leaves',
      'third signs out',
    ]);
  });

  it('leaves the page also when the session is over there already', async () => {
    const first = tab('first', 'dev-one');
    tab('second', 'dev-one', {
      signOut: async () => {
        throw new Error('no session');
      },
    });
    const unhandled = jest.fn();
    process.on('unhandledRejection', unhandled);
    await first.signOut();
    await settled();
    process.removeListener('unhandledRejection', unhandled);
    expect(log).toEqual(['first signs out', 'second leaves']);
    expect(unhandled).not.toHaveBeenCalled();
  });

  it('tells nothing of a person of whom nobody knows who it is', async () => {
    const unknown = async () => {
      throw new Error('no identity');
    };
    const first = tab('first', 'dev-one', { getBackstageIdentity: unknown });
    tab('second', 'dev-one', { getBackstageIdentity: unknown });
    await first.signOut();
    await settled();
    expect(log).toEqual(['first signs out']);
  });

  it('is the identity in everything else, and where a browser has no channel', async () => {
    const identity = mockApis.identity({
      userEntityRef: 'user:default/dev-one',
      token: 'of-the-session',
    });
    const shared = shareSignOut(identity, { open: () => browser.open() });
    expect(await shared.getCredentials()).toEqual({ token: 'of-the-session' });
    expect(await shared.getBackstageIdentity()).toMatchObject({
      userEntityRef: 'user:default/dev-one',
    });
    expect(await shared.getProfileInfo()).toEqual(
      await identity.getProfileInfo(),
    );
    expect(shareSignOut(identity, { open: () => undefined })).toBe(identity);
  });
});
