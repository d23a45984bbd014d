import { seriousFindings } from '../browser/seriousFindings';
import { answerOfIngress } from '../clusters/answerOfIngress';
import { release } from '../clusters/release';
import { accessTo } from '../clusters/TestClusters';
import { EnvironmentsTab } from '../pages/EnvironmentsTab';
import { demoPortal } from './demoPortal';
import { Visit } from './Visit';

const describeJourney =
  process.env.DOMAINDECK_JOURNEYS === '1' ? describe : describe.skip;

/** Pods of the demo take some seconds to answer. */
const PODS = { timeout: 90_000 };

describeJourney('environments in the portal', () => {
  const demo = demoPortal();

  /** Asks as with curl. */
  const ask = (
    person: string,
    method: string,
    path: string,
    body?: object,
  ): Promise<Response> =>
    demo.portal.fetchAs(person, `/api/environments${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });

  it('lets a developer make one, open it, change it, follow the baseline, extend it and delete it', async () => {
    const visit = await Visit.start(demo.portal, 'Dev One', {
      path: EnvironmentsTab.PATH,
    });
    const { page } = visit;
    const tab = new EnvironmentsTab(page);
    try {
      await tab.openForm();
      await tab.service('pricing').check();
      // Behind the web address stand the services that call it.
      await page.getByRole('button', { name: 'Add both' }).click();
      await page.getByRole('textbox', { name: 'Name' }).fill('night-fares');
      await page
        .getByRole('region', { name: 'What you get' })
        .getByText('gateway-night-fares.dev.example')
        .waitFor();
      await visit.screenshot('environment-create');
      expect(await seriousFindings(page, 'main')).toEqual([]);
      await page.getByRole('button', { name: 'Create environment' }).click();
      await page.waitForURL(/\/environments\/night-fares/);
      await visit.screenshot('environment-progress');
      for (const name of ['gateway', 'orders', 'pricing']) {
        await tab.row(name, 'Running').waitFor(PODS);
      }
      await visit.screenshot('environment-detail');
      expect(await seriousFindings(page, 'main')).toEqual([]);

      // What is asked of the address is answered by what the cluster holds.
      const dev = accessTo(demo.clusters, 'dev-1');
      await page.context().route(
        ({ hostname }) => hostname.endsWith('.dev.example'),
        async route =>
          route.fulfill(
            await answerOfIngress(dev, new URL(route.request().url()).hostname),
          ),
      );
      const opening = page.context().waitForEvent('page');
      await page.getByRole('link', { name: 'Open', exact: true }).click();
      const opened = await opening;
      await opened.getByText('gateway:2.15.0').waitFor();
      expect(new URL(opened.url()).hostname).toBe(
        'gateway-night-fares.dev.example',
      );
      await opened.close();

      await tab.action('Change').click();
      await page
        .getByRole('button', { name: /^Version of pricing: Same/ })
        .click();
      await page
        .getByRole('dialog', { name: 'Version of pricing' })
        .getByRole('button', { name: /^5\.2\.1/ })
        .click();
      await page.getByRole('button', { name: 'Change environment' }).click();
      await page.waitForURL(/\/environments\/night-fares$/);
      await tab.row('pricing', '5\\.2\\.1.*Running').waitFor(PODS);

      await release(dev, {
        namespace: 'payments-dev',
        deployment: 'orders',
        version: '7.9.0',
      });
      await tab.row('orders', 'baseline moved.*7\\.9\\.0').waitFor(PODS);
      // What the developer chose is not what moved.
      await tab.row('pricing', 'you changed it').waitFor();
      await tab.action('Re-sync 1').click();
      const drawer = page.getByRole('dialog', { name: /^Re-sync night-fares/ });
      await drawer
        .getByRole('row', { name: /^Take Version of orders.*7\.8\.0.*7\.9\.0/ })
        .waitFor();
      await visit.screenshot('environment-drift');
      await drawer.getByRole('button', { name: 'Take 1 change' }).click();
      await tab.row('orders', '7\\.9\\.0.*Running.*same').waitFor(PODS);

      await tab.action('Extend by 1 d').click();
      await page.getByRole('button', { name: 'Undo' }).waitFor();

      await tab.action('Delete').click();
      const dialog = page.getByRole('dialog', { name: 'Delete night-fares?' });
      await dialog.getByRole('textbox').fill('night-fares');
      await visit.screenshot('environment-delete');
      await dialog.getByRole('button', { name: 'Delete' }).click();
      await dialog.waitFor({ state: 'hidden' });
      await page.goto(`${demo.portal.url}${EnvironmentsTab.PATH}`);
      await page.getByText('night-fares').waitFor({ state: 'hidden', ...PODS });
      expect(
        await answerOfIngress(dev, 'gateway-night-fares.dev.example'),
      ).toMatchObject({ status: 404 });
      expect(visit.errors).toEqual([]);
    } catch (error) {
      await visit.screenshot('environment-broken');
      throw error;
    } finally {
      await visit.close();
    }
  }, 400_000);

  describe('one that is there', () => {
    let id: string;

    beforeAll(async () => {
      const made = await ask('dev-one', 'POST', '/environments', {
        name: 'fare-rules',
        domain: 'domain:default/payments',
        cluster: 'dev-1',
        size: 'S',
        expiresIn: 'PT8H',
        services: [{ name: 'pricing' }],
      });
      ({ id } = (await made.json()) as { id: string });
    }, 60_000);

    it('is shown to a colleague, who may change nothing of it', async () => {
      const refused = await ask('tester-two', 'DELETE', `/environments/${id}`, {
        confirm: 'fare-rules',
      });
      expect(refused.status).toBe(403);
      const visit = await Visit.start(demo.portal, 'Tester Two', {
        path: `${EnvironmentsTab.PATH}/fare-rules`,
      });
      const { page } = visit;
      try {
        const tab = new EnvironmentsTab(page);
        await tab.row('pricing', 'Running').waitFor(PODS);
        await page
          .getByText('Changing it is for who made it', { exact: false })
          .first()
          .waitFor();
        for (const name of ['Extend by', 'Sleep', 'Change', 'Delete']) {
          expect(await tab.action(name).getAttribute('aria-disabled')).toBe(
            'true',
          );
        }
      } finally {
        await visit.close();
      }
    }, 180_000);

    it('is nothing to an outsider, neither page nor answer', async () => {
      for (const [method, path, body] of [
        ['GET', `/environments/${id}`],
        ['PATCH', `/environments/${id}`, { size: 'L' }],
        ['DELETE', `/environments/${id}`, { confirm: 'fare-rules' }],
      ] as const) {
        expect((await ask('dev-eight', method, path, body)).status).toBe(404);
      }
      const listed = await ask('dev-eight', 'GET', '/environments');
      expect(await listed.json()).toEqual({ items: [], total: 0 });
      const visit = await Visit.start(demo.portal, 'Dev Eight', {
        path: `${EnvironmentsTab.PATH}/fare-rules`,
      });
      const { page } = visit;
      try {
        await page.getByText('There is no environment fare-rules').waitFor();
        await page.goto(`${demo.portal.url}${EnvironmentsTab.PATH}`);
        await page.getByText('Nothing to show for you here').waitFor();
        await visit.screenshot('environment-outsider');
        expect(await page.getByText('New environment').count()).toBe(0);
      } finally {
        await visit.close();
      }
    }, 120_000);

    it('can be read in the dark and in Chinese', async () => {
      const visit = await Visit.start(demo.portal, 'Dev One', {
        path: EnvironmentsTab.PATH,
        colorScheme: 'dark',
        language: 'zh',
      });
      const { page } = visit;
      const look = async (name: string) => {
        await visit.screenshot(`environment-${name}-dark-zh`);
        return seriousFindings(page, 'main');
      };
      try {
        await page.getByRole('link', { name: 'fare-rules' }).first().waitFor();
        expect(await look('list')).toEqual([]);
        await page.goto(`${demo.portal.url}${EnvironmentsTab.PATH}/fare-rules`);
        await page
          .getByRole('row', { name: /^pricing .*运行中/ })
          .waitFor(PODS);
        expect(await look('detail')).toEqual([]);
        await page.goto(
          `${demo.portal.url}${EnvironmentsTab.PATH}/new?s=pricing&s=notifier`,
        );
        await page.getByText('刚刚核对').waitFor();
        expect(await look('create')).toEqual([]);
        expect(visit.errors).toEqual([]);
      } finally {
        await visit.close();
      }
    }, 180_000);
  });
});
