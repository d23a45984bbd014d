import { TemplatePage } from '../pages/TemplatePage';
import { demoPortal } from './demoPortal';
import { Visit } from './Visit';

const describeJourney =
  process.env.DOMAINDECK_JOURNEYS === '1' ? describe : describe.skip;

/** Pods of the demo take some seconds to answer. */
const PODS = { timeout: 90_000 };
const CATALOG = '/?filters%5Bkind%5D=resource&filters%5Btype%5D=environment';

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly state: string;
}

describeJourney('the other doors to environments', () => {
  const demo = demoPortal();

  async function environmentOf(person: string, name: string) {
    const answer = await demo.portal.fetchAs(
      person,
      '/api/environments/environments',
    );
    const { items } = (await answer.json()) as { items: Listed[] };
    return items.find(one => one.name === name);
  }

  async function unreadOf(person: string): Promise<string[]> {
    const answer = await demo.portal.fetchAs(
      person,
      '/api/notifications/notifications?read=false',
    );
    const { notifications } = (await answer.json()) as {
      notifications: { payload: { title: string } }[];
    };
    return notifications.map(one => one.payload.title);
  }

  async function fillNew(form: TemplatePage, name: string): Promise<void> {
    await form.open(demo.portal.url, 'create-environment');
    await form.pickEntity('Domain', 'payments');
    await form.fill('Name', name);
    await form.fill('What do you want to try?', 'Fares at night');
    await form.next();
    await form.fill('Service', 'pricing');
  }

  it('lets a developer make one from a template, tells of it, and lists it in the catalog', async () => {
    const visit = await Visit.start(demo.portal, 'Dev One', {
      path: '/create',
    });
    const { page } = visit;
    const form = new TemplatePage(page);
    try {
      await page.getByText('Environment of your own').first().waitFor();
      await visit.screenshot('templates');
      await fillNew(form, 'fare-trial');
      await form.run(PODS);
      await page.getByText('Open the environment').waitFor();
      await visit.screenshot('template-made');
      const made = await environmentOf('dev-one', 'fare-trial');
      expect(made?.state).toBe('ready');

      await page.goto(`${demo.portal.url}/notifications`);
      await page.getByRole('link', { name: 'fare-trial is ready' }).waitFor();
      await visit.screenshot('notifications');

      await page.goto(`${demo.portal.url}${CATALOG}`);
      await page.getByRole('link', { name: 'fare-trial' }).click();
      await page
        // What opens in another window says so behind its name.
        .getByRole('link', { name: /^Environment\b/ })
        .first()
        .waitFor();
      for (const related of ['Dev One', 'payments', 'pricing', 'dev-1']) {
        await page.getByText(related, { exact: true }).first().waitFor();
      }
      await visit.screenshot('environment-entity');
      expect(visit.errors).toEqual([]);
    } catch (error) {
      await visit.screenshot('template-broken');
      throw error;
    } finally {
      await visit.close();
    }
  }, 300_000);

  it('refuses an outsider in the log of the task, and tells and shows them nothing', async () => {
    const made = await demo.portal.fetchAs(
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
    expect(made.status).toBe(202);
    const visit = await Visit.start(demo.portal, 'Dev Eight', {
      path: '/create',
    });
    const { page } = visit;
    const form = new TemplatePage(page);
    try {
      await fillNew(form, 'not-mine');
      const said = await form.run(PODS);
      await visit.screenshot('template-refused');
      expect(said).toContain(
        'There is no domain "domain:default/payments" of which you may view a baseline',
      );
      expect(await environmentOf('owner-three', 'not-mine')).toBeUndefined();

      // Until the person who made it was told; then it is in the catalog too.
      const end = Date.now() + PODS.timeout;
      while (
        !(await unreadOf('dev-one')).includes('fare-rules is ready') &&
        Date.now() < end
      ) {
        await new Promise(resolve => setTimeout(resolve, 500));
      }
      expect(await unreadOf('dev-one')).toContain('fare-rules is ready');
      expect(await unreadOf('dev-eight')).toEqual([]);
      expect(await unreadOf('owner-three')).toEqual([]);
      await page.goto(`${demo.portal.url}${CATALOG}`);
      await page.getByText(/^All Resources/i).waitFor();
      await visit.screenshot('environment-entity-outsider');
      expect(await page.getByText('fare-rules').count()).toBe(0);
      const { id } = (await made.json()) as Listed;
      const entity = await demo.portal.fetchAs(
        'dev-eight',
        `/api/catalog/entities/by-name/resource/default/environment-${id}`,
      );
      expect(entity.status).toBe(404);
    } catch (error) {
      await visit.screenshot('template-broken');
      throw error;
    } finally {
      await visit.close();
    }
  }, 240_000);
});
