import { hasBrowser } from '../browser/openBrowser';
import { seriousFindings } from '../browser/seriousFindings';
import { WorkloadsTab } from '../pages/WorkloadsTab';
import { demoPortal } from './demoPortal';
import { Visit } from './Visit';

const enabled = process.env.DOMAINDECK_JOURNEYS === '1' && hasBrowser();

(enabled ? describe : describe.skip)('how the portal looks', () => {
  const demo = demoPortal();

  it.each(['light', 'dark'] as const)(
    'keeps pictures of each screen, %s, wide and narrow',
    async colorScheme => {
      const path = WorkloadsTab.path('domain', 'payments');
      const visit = await Visit.start(demo.portal, 'Dev One', {
        path,
        colorScheme,
      });
      try {
        const tab = new WorkloadsTab(visit.page);
        await tab.cell('pricing', 'production').waitFor();
        await tab.live.waitFor();
        await visit.screenshot(`matrix-${colorScheme}`);
        await visit.page.setViewportSize({ width: 900, height: 900 });
        await visit.screenshot(`matrix-narrow-${colorScheme}`);
        await visit.page.setViewportSize({ width: 1440, height: 900 });
        await tab.cell('pricing', 'production').click();
        await tab
          .panel('pricing')
          .getByText(/out of memory/)
          .first()
          .waitFor();
        await visit.screenshot(`panel-${colorScheme}`);
        expect(await seriousFindings(visit.page, 'main')).toEqual([]);
        await visit.page.goto(`${demo.portal.url}${path}?view=list`);
        await visit.page.getByRole('table', { name: 'Workloads' }).waitFor();
        await visit.screenshot(`list-${colorScheme}`);
        expect(await seriousFindings(visit.page, 'main')).toEqual([]);
        expect(visit.errors).toEqual([]);
      } finally {
        await visit.close();
      }
    },
    180_000,
  );
});
