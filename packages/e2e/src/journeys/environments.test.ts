import { seriousFindings } from '../browser/seriousFindings';
import { DemoClusters } from '../clusters/DemoClusters';
import { PortalProcess } from '../portal/PortalProcess';
import { Visit } from './Visit';

const describeJourney =
  process.env.DOMAINDECK_JOURNEYS === '1' ? describe : describe.skip;

const TAB = '/catalog/default/domain/payments/environments';
/** Pods of the demo take some seconds to answer. */
const PODS = { timeout: 90_000 };

describeJourney('environments in the portal', () => {
  let clusters: DemoClusters;
  let portal: PortalProcess;

  beforeAll(async () => {
    clusters = await DemoClusters.start();
    portal = await PortalProcess.start(clusters.clusters);
  }, 400_000);

  afterAll(async () => {
    await portal?.stop();
    await clusters?.stop();
  }, 60_000);

  it('lets a developer make one, watch it, change it, extend it and delete it', async () => {
    const visit = await Visit.start(portal, 'Dev One', { path: TAB });
    const { page } = visit;
    const action = (name: string) =>
      page
        .getByRole('group', { name: 'What can be done' })
        .getByRole('button', { name });
    try {
      await page
        .getByRole('button', { name: 'New environment' })
        .or(page.getByRole('link', { name: 'New environment' }))
        .first()
        .click();
      await page.getByRole('checkbox', { name: /^pricing, / }).check();
      await page.getByRole('textbox', { name: 'Name' }).fill('night-fares');
      await visit.screenshot('environment-create');
      expect(await seriousFindings(page, 'main')).toEqual([]);
      await page.getByRole('button', { name: 'Create environment' }).click();
      await page.waitForURL(/\/environments\/night-fares/);
      await visit.screenshot('environment-progress');
      await page.getByRole('table', { name: 'Services' }).waitFor(PODS);
      await page.getByRole('row', { name: /^pricing .*Running/ }).waitFor(PODS);
      await visit.screenshot('environment-detail');
      expect(await seriousFindings(page, 'main')).toEqual([]);

      await action('Extend by 24 h').click();
      await page.getByRole('button', { name: 'Undo' }).waitFor();

      await action('Change').click();
      await page.getByRole('checkbox', { name: /^risk, / }).check();
      await page.getByRole('button', { name: 'Change environment' }).click();
      await page.waitForURL(/\/environments\/night-fares$/);
      await page.getByRole('row', { name: /^risk .*Running/ }).waitFor(PODS);

      await action('Delete').click();
      const dialog = page.getByRole('dialog', { name: 'Delete night-fares?' });
      await dialog.getByRole('textbox').fill('night-fares');
      await visit.screenshot('environment-delete');
      await dialog.getByRole('button', { name: 'Delete' }).click();
      await dialog.waitFor({ state: 'hidden' });
      await page.goto(`${portal.url}${TAB}`);
      await page.getByText('night-fares').waitFor({ state: 'hidden', ...PODS });
      expect(visit.errors).toEqual([]);
    } catch (error) {
      await visit.screenshot('environment-broken');
      throw error;
    } finally {
      await visit.close();
    }
  }, 300_000);

  it('shows an outsider nothing, neither page nor answer', async () => {
    const made = await portal.fetchAs(
      'dev-one',
      '/api/environments/environments',
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          name: 'fare-rules',
          domain: 'domain:default/payments',
          cluster: 'dev-1',
          size: 'S',
          expiresIn: 'PT8H',
          services: [{ name: 'pricing' }],
        }),
      },
    );
    const { id } = (await made.json()) as { id: string };
    const stranger = await portal.fetchAs(
      'dev-eight',
      `/api/environments/environments/${id}`,
      {
        method: 'DELETE',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ confirm: 'fare-rules' }),
      },
    );
    expect(stranger.status).toBe(404);
    const visit = await Visit.start(portal, 'Dev Eight', {
      path: `${TAB}/fare-rules`,
    });
    try {
      await visit.page.getByRole('main').first().waitFor();
      await visit.screenshot('environment-outsider');
      expect(
        await visit.page.getByRole('table', { name: 'Services' }).count(),
      ).toBe(0);
    } finally {
      await visit.close();
    }
  }, 120_000);
});
