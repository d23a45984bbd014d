import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasBrowser, openBrowser } from '../browser/openBrowser';
import { DemoClusters } from '../clusters/DemoClusters';
import { WorkloadsTab } from '../pages/WorkloadsTab';
import { freePorts } from '@domaindeck/control-plane';
import { ServerProcess } from '../process/ServerProcess';
import { keepPicture } from '../browser/keepPicture';
import { addSuite } from './addSuite';
import { makeEnvironment } from './makeEnvironment';
import { PackedPlugin, packSuite } from './packSuite';
import { README_LINES } from './readmeLines';
import { REPOSITORY } from '../repository';
import { stockConfig } from './stockConfig';
import { FrontendSystem, StockPortal } from './StockPortal';
import { waitForEntity } from './waitForEntity';

const enabled = process.env.DOMAINDECK_DROP_IN === '1' && hasBrowser();

(enabled ? describe : describe.skip)('a stock portal with the suite', () => {
  const directory = mkdtempSync(join(tmpdir(), 'domaindeck-drop-in-'));
  let plugins: PackedPlugin[];
  let demo: DemoClusters;

  beforeAll(async () => {
    plugins = await packSuite(directory);
    demo = await DemoClusters.start();
  }, 900_000);

  afterAll(async () => {
    await demo?.stop();
    rmSync(directory, { recursive: true, force: true });
  }, 60_000);

  it('adds only what the README says', () => {
    const readme = readFileSync(join(REPOSITORY, 'README.md'), 'utf8');
    for (const lines of Object.values(README_LINES)) {
      for (const line of lines.split('\n')) {
        expect(readme).toContain(line.trim());
      }
    }
  });

  it.each<FrontendSystem>(['new', 'classic'])(
    'shows the tabs in the %s frontend system, beside the stock Kubernetes tab, and makes an environment',
    async system => {
      const portal = await StockPortal.create(directory, system);
      addSuite(portal, system, plugins);
      const [app, backend] = await freePorts(2);
      portal.write(
        'app-config.local.yaml',
        stockConfig(demo.clusters, { app, backend }),
      );
      await portal.install();
      const server = ServerProcess.start({
        command: 'yarn',
        args: ['start'],
        cwd: portal.root,
        env: { ...process.env, NODE_ENV: 'development' },
      });
      const browser = await openBrowser();
      const page = await browser.context.newPage();
      try {
        await server.waitForOutput(/Listening on :\d+/, 240_000);
        await waitForEntity(
          `http://localhost:${backend}`,
          'component/default/pricing',
          60_000,
        );
        await page.goto(
          `http://localhost:${app}/catalog/default/component/pricing/workloads`,
          { timeout: 240_000 },
        );
        await page.getByRole('button', { name: 'Enter' }).click();
        await new WorkloadsTab(page).cell('pricing', 'production').waitFor();
        await page.goto(
          `http://localhost:${app}/catalog/default/component/pricing/kubernetes`,
        );
        const stock = page
          .getByText('prod-sh')
          .filter({ visible: true })
          .first();
        await stock.waitFor();
        expect(await stock.isVisible()).toBe(true);
        await page.goto(
          `http://localhost:${app}/catalog/default/domain/payments/environments`,
        );
        const fresh = page.getByText('New environment').first();
        await fresh.waitFor();
        expect(await fresh.isVisible()).toBe(true);
        // Both portals have the same clusters, where a name is taken once.
        const name = `fare-trial-${system}`;
        expect(
          await makeEnvironment(`http://localhost:${backend}`, name, 90_000),
        ).toEqual([`${name} is ready`]);
      } finally {
        await keepPicture(page, `drop-in-${system}`);
        await browser.close();
        await server.stop();
        rmSync(portal.root, { recursive: true, force: true });
      }
    },
    1_500_000,
  );
});
