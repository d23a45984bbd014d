import { sizeWorld } from './sizeWorld';

describe('sizeWorld', () => {
  const { environments, snapshot, pods } = sizeWorld(0);

  it('has 5,000 pods of 140 services in 12 environments', () => {
    expect(pods).toBe(5_000);
    expect(environments).toHaveLength(12);
    expect(snapshot.components).toHaveLength(140);
    expect(snapshot.items).toHaveLength(12 * 140);
    expect(new Set(snapshot.items.map(({ id }) => id)).size).toBe(12 * 140);
    expect(snapshot.items.every(item => item.pods.length > 0)).toBe(true);
  });

  it('is untidy', () => {
    const failed = snapshot.items.filter(({ health }) => health === 'failed');
    expect(failed.length).toBeGreaterThan(30);
    expect(failed.length).toBeLessThan(90);
    expect(
      new Set(snapshot.items.map(({ version }) => version)).size,
    ).toBeGreaterThan(40);
  });
});
