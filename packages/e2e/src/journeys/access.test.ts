import { Locator, Page } from 'playwright-core';
import { hasBrowser } from '../browser/openBrowser';
import { seriousFindings } from '../browser/seriousFindings';
import { AccessTab } from '../pages/AccessTab';
import { WorkloadsTab } from '../pages/WorkloadsTab';
import { PortalProcess } from '../portal/PortalProcess';
import { demoPortal } from './demoPortal';
import { Visit } from './Visit';

/** A changed grant is in force, and what was open by it is gone, within this, in milliseconds; the rest is room. */
const IN_FORCE_MS = 45_000;

const PAYMENTS = AccessTab.path('payments');
const WORKLOADS = WorkloadsTab.path('domain', 'payments');

const enabled = process.env.DOMAINDECK_JOURNEYS === '1' && hasBrowser();

(enabled ? describe : describe.skip)('rights in the portal', () => {
  const demo = demoPortal();

  async function visit<T>(
    person: string,
    path: string,
    act: (visit: Visit, tab: AccessTab) => Promise<T>,
  ): Promise<T> {
    const visitor = await Visit.start(demo.portal, person, { path });
    try {
      const result = await act(visitor, new AccessTab(visitor.page));
      expect(visitor.errors).toEqual([]);
      return result;
    } catch (error) {
      await visitor.screenshot(`access-broken-${person.replace(' ', '-')}`);
      throw error;
    } finally {
      await visitor.close();
    }
  }

  it('says to each person what that person may, and why', async () => {
    await visit('Dev One', PAYMENTS, async ({ page }, tab) => {
      await tab.cell('Payments developers', 'development').waitFor();
      await tab.why.getByText('Why may Dev One …').waitFor();
      expect(await page.getByText('partner-kl').count()).toBe(0);
      await tab.why
        .getByRole('button', { name: 'Change grants in production: no' })
        .click();
      await tab.why
        .getByText('In production this needs owner; you hold viewer there.')
        .waitFor();
      await tab.why.getByText(/^Ask Payments platform/).waitFor();
      expect(page.url()).toContain('cell=grant-manage.prod-sh');
    });
    await visit('Operator', PAYMENTS, async (_, tab) => {
      await tab.cell('Platform operators', 'partner').waitFor();
    });
  }, 240_000);

  it('shows four people four views of one domain, and a fifth nothing', async () => {
    const views = new Map<string, Record<string, string[]>>();
    for (const person of ['dev-one', 'tester-two', 'operator', 'owner-three']) {
      views.set(person, await viewOf(demo.portal, person));
    }
    const of = (person: string) => Object.keys(views.get(person) ?? {}).sort();
    const [tester, developer] = [of('tester-two'), of('dev-one')];
    // Quality works below and looks above, the developers work in testing too, the owner may give rights, and only the
    // operators reach the partner's cluster.
    expect(tester).toEqual(developer);
    expect(of('owner-three')).toEqual(developer);
    expect(of('operator')).toEqual([...developer, 'partner-kl'].sort());
    const texts = [...views.values()].map(view => JSON.stringify(view));
    expect(new Set(texts).size).toBe(4);
    const refused = await demo.portal.fetchAs(
      'dev-eight',
      '/api/workloads/entities/domain/default/payments/environments',
    );
    expect(refused.status).toBe(404);
  }, 120_000);

  it('closes what is open in every tab when the person signs out', async () => {
    await visit('Dev One', WORKLOADS, async visitor => {
      const { page } = visitor;
      await new WorkloadsTab(page).live.waitFor();
      const cut = page.waitForEvent('requestfailed', request =>
        request.url().endsWith('/workloads/stream'),
      );
      // To the settings within the page, as a click there goes; a new page would prove nothing.
      await page.evaluate(() => window.history.pushState({}, '', '/settings'));
      await page.evaluate(() =>
        window.dispatchEvent(new PopStateEvent('popstate')),
      );
      await cut;
      await page.getByTestId('user-settings-menu').click();
      const asked: string[] = [];
      page.on('request', request => {
        if (request.url().includes('/api/workloads/')) {
          asked.push(request.url());
        }
      });
      const other = await visitor.openTab(WORKLOADS);
      await new WorkloadsTab(other).live.waitFor();
      const otherCut = other.waitForEvent('requestfailed', request =>
        request.url().endsWith('/workloads/stream'),
      );
      await page.getByTestId('sign-out').click();
      await page.getByRole('button', { name: /Dev One/ }).waitFor();
      expect(asked).toEqual([]);
      await otherCut;
      await other.getByRole('button', { name: /Dev One/ }).waitFor();
    });
  }, 120_000);

  it('gives a right after showing what it changes, and takes it away from an open page', async () => {
    await visit('Dev Eight', WORKLOADS, async visitor => {
      const { page } = visitor;
      const workloads = new WorkloadsTab(page);
      await page.getByText('Nothing to show for you here').waitFor();
      await visit('Owner Three', PAYMENTS, async (owner, tab) => {
        await tab.cell('Quality', 'testing').waitFor();
        await owner.page
          .getByRole('button', { name: 'Change a grant' })
          .click();
        await tab.fillIn({
          who: 'Rides developers',
          where: 'testing',
          role: 'viewer',
          why: 'joint test of fares',
        });
        const form = tab.form('New grant');
        await form
          .getByText(/^Dev Eight may also see state and events/)
          .waitFor();
        await owner.page
          .getByRole('button', {
            name: 'Rides developers in testing: viewer, was no access',
          })
          .waitFor();
        await owner.screenshot('access-preview-light');
        expect(await workloads.matrix.count()).toBe(0);
        await form.getByRole('button', { name: 'Save grant' }).click();
        await form.getByText('Saved. In force within 30 s.').waitFor();

        await reloadUntil(page, workloads.column('testing'));
        await workloads.live.waitFor();
        expect(await workloads.column('production').count()).toBe(0);

        await owner.page.goto(`${demo.portal.url}${PAYMENTS}?view=grants`);
        await owner.page
          .getByRole('button', {
            name: 'End the grant of Rides developers, viewer',
          })
          .click();
        const end = tab.form('End a grant');
        await end
          .getByText('What 1 person has open there ends within 30 s')
          .waitFor();
        await end.getByRole('textbox', { name: 'Why' }).fill('test is over');
        await end.getByRole('button', { name: 'End grant' }).click();
        await end.getByText(/^Ended\./).waitFor();
        await page
          .getByText('Your right to see this has ended')
          .waitFor({ timeout: IN_FORCE_MS });
        expect(await workloads.matrix.count()).toBe(0);
        await page
          .getByText(
            /Owner Three ended the grant of Rides developers \(viewer in testing\)/,
          )
          .waitFor();
        await visitor.screenshot('access-ended-light');

        await owner.page.goto(`${demo.portal.url}${PAYMENTS}?view=audit`);
        const record = owner.page.getByRole('table', {
          name: 'What was done, newest first',
        });
        await record.getByText('Ended a grant').waitFor();
        await record.getByText('Gave a grant').waitFor();
        await owner.screenshot('access-audit-light');
      });
    });
  }, 300_000);

  it('shows a stranger neither names nor counts', async () => {
    await visit('Dev Eight', PAYMENTS, async ({ page }, tab) => {
      await page.getByText('Nothing to show for you here').waitFor();
      expect(await tab.matrix.count()).toBe(0);
      const text = await page.getByRole('main').innerText();
      expect(text).not.toMatch(/Quality|Dev One|prod-sh/);
    });
    for (const name of ['payments', 'no-such-domain']) {
      const refused = await demo.portal.fetchAs(
        'dev-eight',
        `/api/access/entities/domain/default/${name}/rights`,
      );
      expect(refused.status).toBe(404);
    }
  }, 120_000);

  it.each([
    ['light', 'en'],
    ['dark', 'en'],
    ['light', 'zh'],
    ['dark', 'zh'],
  ] as const)(
    'keeps pictures of each view, %s, in %s',
    async (colorScheme, language) => {
      const grant = await giveQualityMore(demo.portal);
      const views = [
        ['Owner Three', 'rights', '?of=user:dev-one&cell=grant-manage.prod-sh'],
        ['Owner Three', 'grants', '?view=grants'],
        ['Owner Three', 'preview', `?end=${grant}`],
        ['Owner Three', 'audit', '?view=audit'],
        ['Dev Eight', 'ended', ''],
      ];
      for (const [person, view, search] of views) {
        const path = `${PAYMENTS}${search}`;
        const visitor = await Visit.start(demo.portal, person, {
          path,
          colorScheme,
          language,
        });
        try {
          const content = visitor.page.getByRole('main');
          await (view === 'ended'
            ? content.getByRole('region').getByRole('listitem')
            : content.getByRole('table')
          )
            .last()
            .waitFor();
          // Parts of a page that still wait for their answer say so.
          await content.getByRole('progressbar').waitFor({ state: 'hidden' });
          await visitor.screenshot(`access-${view}-${colorScheme}-${language}`);
          expect([view, await seriousFindings(visitor.page, 'main')]).toEqual([
            view,
            [],
          ]);
          expect(visitor.errors).toEqual([]);
        } finally {
          await visitor.close();
        }
      }
      await demo.portal.fetchAs('owner-three', `/api/access/grants/${grant}`, {
        method: 'DELETE',
      });
    },
    300_000,
  );
});

/** Gives a department a right that can be ended; its id. */
async function giveQualityMore(portal: PortalProcess): Promise<string> {
  const given = await portal.fetchAs('owner-three', '/api/access/grants', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      subject: 'group:default/quality',
      domains: ['domain:default/payments'],
      where: { tiers: ['testing'] },
      role: 'operator',
      why: '联调票价 / joint test of fares',
    }),
  });
  expect(given.status).toBe(201);
  return ((await given.json()) as { id: string }).id;
}

/** The environments of a domain that a person sees, with the verbs and the rights of giving rights in each. */
async function viewOf(
  portal: PortalProcess,
  person: string,
): Promise<Record<string, string[]>> {
  const domain = 'entities/domain/default/payments';
  const [environments, rights] = await Promise.all(
    [`workloads/${domain}/environments`, `access/${domain}/rights`].map(
      async path => (await portal.fetchAs(person, `/api/${path}`)).json(),
    ),
  );
  const { items } = environments as {
    items: { cluster: string; verbs: string[] }[];
  };
  const { caller } = rights as { caller: { manages: string[] } };
  return Object.fromEntries(
    items.map(({ cluster, verbs }) => [
      cluster,
      [...verbs, ...(caller.manages.includes(cluster) ? ['manages'] : [])],
    ]),
  );
}

/** A right that was just given is seen by a page that asks again. */
async function reloadUntil(page: Page, shown: Locator): Promise<void> {
  const end = Date.now() + IN_FORCE_MS;
  for (;;) {
    await page.reload();
    try {
      await shown.waitFor({ timeout: 10_000 });
      return;
    } catch (error) {
      if (Date.now() > end) {
        throw error;
      }
    }
  }
}
