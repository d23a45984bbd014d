import { openBrowser } from '../../browser/openBrowser';
import { buildPage } from './buildPage';
import { SizeServer } from './SizeServer';
import { sizeWorld } from './sizeWorld';
import { installProbe } from './pageProbe';
(async () => {
  const server = await SizeServer.start(sizeWorld(Date.now()), '/tmp/kdebug');
  await buildPage('/tmp/kdebug', server.url);
  const b = await openBrowser();
  const page = await b.context.newPage();
  page.on('console', m => console.log('console', m.text().slice(0, 400)));
  page.on('pageerror', e => console.log('error', e.stack?.slice(0, 600)));
  page.on('requestfailed', r => console.log('failed', r.url()));
  page.on(
    'response',
    r => r.status() >= 400 && console.log(r.status(), r.url()),
  );
  await page.addInitScript(installProbe);
  await page.goto(server.url);
  await new Promise(r => setTimeout(r, 8000));
  await page.screenshot({ path: '/tmp/kdebug/shot.png' });
  await b.close();
  await server.stop();
})();
