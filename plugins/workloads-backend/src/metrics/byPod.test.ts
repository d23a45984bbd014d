import { byPod } from './byPod';

const app = {
  cluster: 'a',
  namespace: 'pay',
  pod: 'pricing-1',
  container: 'app',
  measure: 'usage',
  values: [1, null, null],
};

describe('byPod', () => {
  it('adds up the containers of a pod, measure by measure', () => {
    const proxy = { ...app, container: 'proxy', values: [2, 5, null] };
    const limit = { ...app, measure: 'limit', values: [9, 9, 9] };
    const other = { ...app, pod: 'pricing-2', values: [7, 7, 7] };
    expect(byPod([app, proxy, limit, other], 'bytes')).toEqual([
      { ...app, container: undefined, values: [3, 5, null] },
      { ...limit, container: undefined },
      { ...other, container: undefined },
    ]);
    expect(app.values).toEqual([1, null, null]);
  });

  it('leaves alone what cannot be added up', () => {
    const all = [app, { ...app, container: 'proxy' }];
    expect(byPod(all, 'count')).toBe(all);
  });
});
