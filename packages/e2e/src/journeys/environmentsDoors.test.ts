import {
  pushImages,
  RealRegistry,
  startRegistry,
} from '@domaindeck/control-plane';
import { EnvironmentsTab } from '../pages/EnvironmentsTab';
import { TemplatePage } from '../pages/TemplatePage';
import { demoPortal } from './demoPortal';
import { Visit } from './Visit';

const describeJourney =
  process.env.DOMAINDECK_JOURNEYS === '1' ? describe : describe.skip;

/** Where Debian's `docker-registry` is installed. */
const describeRegistry =
  process.env.DOMAINDECK_REGISTRY === '1' ? describe : describe.skip;

/** Pods of the demo take some seconds to answer. */
const PODS = { timeout: 90_000 };
const CATALOG = '/?filters%5Bkind%5D=resource&filters%5Btype%5D=environment';

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly expiresAt: string;
}

describeJourney('the other doors to environments', () => {
  let registry: RealRegistry | undefined;
  const demo = demoPortal({
    registry: async () => {
      if (process.env.DOMAINDECK_REGISTRY !== '1') {
        return undefined;
      }
      registry = await startRegistry({ access: 'open' });
      await pushImages(registry, 'payments/pricing', {
        '5.2.1': '2026-10-12T10:00:00Z',
        '5.3.0': '2026-11-01T10:00:00Z',
        '5.4.0-rc.7': '2026-11-20T10:00:00Z',
        'feat-moonlight': '2026-11-21T10:00:00Z',
      });
      return { host: 'registry.example.com', url: registry.url };
    },
  });
  afterAll(() => registry?.stop(), 60_000);

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

  it('keeps it longer, takes another version and deletes it from a template', async () => {
    const visit = await Visit.start(demo.portal, 'Dev One', {
      path: '/create',
    });
    const { page } = visit;
    const form = new TemplatePage(page);
    const change = async (name: string, what: string) => {
      await form.open(demo.portal.url, 'change-environment');
      await form.pickEntity('Environment', name);
      await form.choose('What is to be done?', what);
    };
    try {
      const made = await environmentOf('dev-one', 'fare-trial');
      await change('fare-trial', 'Keep it longer');
      await form.choose('How much longer?', 'Three days');
      await visit.screenshot('template-extend');
      await form.run(PODS);
      await page.getByText('Open the environment').waitFor();
      const later = await environmentOf('dev-one', 'fare-trial');
      expect(Date.parse(later!.expiresAt)).toBeGreaterThan(
        Date.parse(made!.expiresAt),
      );

      await change('fare-trial', 'Take another version');
      await form.fill('Service', 'pricing');
      await form.fill('Version', '5.2.1');
      await form.run(PODS);
      await page.getByText('Open the environment').waitFor();
      await visit.screenshot('template-updated');
      const updated = await environmentOf('dev-one', 'fare-trial');
      expect(updated).toMatchObject({
        state: 'ready',
        specification: { services: [{ name: 'pricing', version: '5.2.1' }] },
      });

      await change('fare-trial', 'Delete it');
      await form.fill('Type the name of the environment', 'fare-trial');
      await form.run(PODS);
      await visit.screenshot('template-deleted');
      expect(await environmentOf('dev-one', 'fare-trial')).toBeUndefined();
      expect(visit.errors).toEqual([]);
    } catch (error) {
      await visit.screenshot('template-broken');
      throw error;
    } finally {
      await visit.close();
    }
  }, 300_000);

  describeRegistry('a real registry of images', () => {
    it('is offered with what it has, and refuses what it lacks', async () => {
      const visit = await Visit.start(demo.portal, 'Dev One', {
        path: `${EnvironmentsTab.PATH}/new?s=pricing`,
      });
      const { page } = visit;
      const tab = new EnvironmentsTab(page);
      const versions = page.getByRole('dialog', { name: 'Version of pricing' });
      try {
        await tab.version('pricing').click();
        await versions.getByRole('button', { name: /^feat-moonlight/ }).click();
        await page.getByText('In the registry').waitFor();
        await tab.version('pricing').click();
        await versions.getByRole('tab', { name: /^Tags/ }).click();
        await versions
          .getByRole('button', { name: /^5\.4\.0-rc\.7/ })
          .waitFor();
        await visit.screenshot('environment-create-version');
        await versions.getByRole('tab', { name: 'Typed' }).click();
        await versions.getByRole('textbox').fill('9.9.9');
        await versions.getByRole('button', { name: 'Take it' }).click();
        await page
          .getByText('There is no version 9.9.9 of pricing.')
          .first()
          .waitFor();
        await page
          .getByText(/^dev-1 has (no )?room for/)
          .first()
          .waitFor();
        await page.getByText('Sleep when unused for 3 h').waitFor();
        await visit.screenshot('environment-create-room');
        expect(visit.errors).toEqual([]);
      } catch (error) {
        await visit.screenshot('environment-broken');
        throw error;
      } finally {
        await visit.close();
      }
    }, 120_000);
  });

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
