import { resolve } from 'node:path';
import { DemoWorld, startDemoWorld } from '../cluster/startDemoWorld';
import { loadImages } from '../registry/loadImages';
import { DemoRegistry, startDemoRegistry } from '../registry/startDemoRegistry';

const EXAMPLES = resolve(__dirname, '../../../../examples/kubernetes');
const NOW = Date.parse('2026-11-23T14:09:00Z');
const PRICING = 'payments/pricing';

describe('the registry of the demo', () => {
  let world: DemoWorld;
  let registry: DemoRegistry;

  beforeAll(async () => {
    world = await startDemoWorld({
      examples: EXAMPLES,
      clock: () => NOW,
      live: false,
    });
    registry = await startDemoRegistry({
      world,
      stock: (await loadImages(EXAMPLES))!,
      started: NOW,
    });
  });
  afterAll(async () => {
    await registry.stop();
    await world.stop();
  });

  const ask = async (path: string) => {
    const answer = await fetch(`${registry.url}/v2/${path}`);
    return {
      status: answer.status,
      link: answer.headers.get('link'),
      body: await answer.json(),
    };
  };

  it('lists what clusters run or ran, and what the description adds', async () => {
    const { body } = await ask(`${PRICING}/tags/list`);
    expect(body.tags).toEqual(
      expect.arrayContaining([
        '5.2.0',
        '5.2.1',
        '5.3.0',
        'feat-night-fares',
        'main',
      ]),
    );
    expect(body.tags.some((tag: string) => tag.endsWith('missing'))).toBe(
      false,
    );
  });

  it('goes on page by page', async () => {
    const whole = (await ask(`${PRICING}/tags/list`)).body.tags;
    const tags: string[] = [];
    let next: string | undefined = `${PRICING}/tags/list?n=3`;
    while (next) {
      const { body, link } = await ask(next);
      tags.push(...body.tags);
      next = link ? /<\/v2\/([^>]+)>/.exec(link)?.[1] : undefined;
    }
    expect(tags).toEqual(whole);
  });

  it('says when an image was built', async () => {
    const manifest = await ask(`${PRICING}/manifests/feat-night-fares`);
    const config = await ask(`${PRICING}/blobs/${manifest.body.config.digest}`);
    expect(config.body.created).toBe('2026-11-23T13:57:00.000Z');
  });

  it('lacks what nobody built', async () => {
    for (const path of [
      `${PRICING}/manifests/9.9.9`,
      `${PRICING}/blobs/sha256:0`,
      'nobody/nothing/tags/list',
    ]) {
      const { status, body } = await ask(path);
      expect([status, body.errors[0].code]).toEqual([
        404,
        expect.stringMatching(/_UNKNOWN$/),
      ]);
    }
  });
});
