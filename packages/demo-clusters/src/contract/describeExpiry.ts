import { ContractScene, status } from './ContractScene';
import { Body } from './Body';

const NAMES = ['ash', 'beech', 'cherry'];
const OWN = 'labelSelector=contract%3Dexpiry';

/** What a server says of revisions that it has forgotten. */
export function describeExpiry(scene: ContractScene): void {
  let revision: string;
  let token: string;

  beforeAll(async () => {
    const made: Body[] = [];
    for (const name of NAMES) {
      made.push(await scene.configMap(name, { contract: 'expiry' }));
    }
    revision = made[0].metadata.resourceVersion ?? '';
    const page = await scene.client.get(`${scene.configMaps}?${OWN}&limit=1`);
    token = page.body.metadata.continue ?? '';
    await scene.configMap('date', { contract: 'expiry' });
    await scene.forgetHistory();
  }, 120_000);

  it('ends a watch from a forgotten revision with an error in the stream', async () => {
    const watch = await scene.client.watch(
      scene.configMaps,
      `${OWN}&resourceVersion=${revision}`,
    );
    await watch.ended;
    expect(watch.status).toBe(200);
    expect(watch.events).toEqual([
      {
        type: 'ERROR',
        object: status(
          410,
          'Expired',
          expect.stringMatching(
            `^too old resource version: ${revision} \\(\\d+\\)$`,
          ),
        ),
      },
    ]);
  });

  it('refuses a page of a forgotten moment and gives a token to go on with', async () => {
    const page = (continueWith: string) =>
      scene.client.get(
        `${scene.configMaps}?${OWN}&limit=5&continue=${continueWith}`,
      );
    const refused = await page(token);
    expect(refused.status).toBe(410);
    expect(refused.body).toEqual({
      ...status(
        410,
        'Expired',
        expect.stringMatching(
          /^The provided continue parameter is too old to display a consistent list result\. /,
        ),
      ),
      metadata: { continue: expect.stringMatching(/.+/) },
    });
    const rest = await page(refused.body.metadata.continue ?? '');
    expect(rest.status).toBe(200);
    // In the present, not in the moment of the first page.
    expect(rest.body.items?.map(item => item.metadata.name)).toEqual([
      'beech',
      'cherry',
      'date',
    ]);
  });

  it('goes on from the present', async () => {
    const { body } = await scene.client.get(`${scene.configMaps}?${OWN}`);
    expect(body.items).toHaveLength(4);
    const watch = await scene.client.watch(
      scene.configMaps,
      `${OWN}&resourceVersion=${body.metadata.resourceVersion}`,
    );
    await scene.configMap('elm', { contract: 'expiry' });
    const { type, object } = await watch.until(() => true);
    watch.close();
    expect([type, object.metadata.name]).toEqual(['ADDED', 'elm']);
  });
}
