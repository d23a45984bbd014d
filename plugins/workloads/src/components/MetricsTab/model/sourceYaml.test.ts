import { parse } from 'yaml';
import { lacksStore, sourceYaml } from './sourceYaml';

describe('sourceYaml', () => {
  it('is app-config for the clusters that lack a store', () => {
    expect(
      parse(
        sourceYaml([
          { cluster: 'dev-1', state: 'sampled' },
          { cluster: 'prod-sh', state: 'none' },
        ]),
      ),
    ).toEqual({
      workloads: {
        clusters: Object.fromEntries(
          ['dev-1', 'prod-sh'].map(name => [
            name,
            {
              metrics: {
                type: 'prometheus',
                url: 'https://prometheus.example.com',
              },
            },
          ]),
        ),
      },
    });
  });

  it('leaves the word to the backend', () => {
    const remedy = 'workloads: {}';
    expect(
      sourceYaml([
        { cluster: 'a', state: 'none', remedy },
        { cluster: 'b', state: 'none', remedy },
      ]),
    ).toBe(remedy);
  });
});

describe('lacksStore', () => {
  it.each([
    ['none', true],
    ['sampled', true],
    ['stored', false],
    ['failing', false],
  ] as const)('%s: %s', (state, lacks) => {
    expect(lacksStore({ cluster: 'a', state })).toBe(lacks);
  });
});
