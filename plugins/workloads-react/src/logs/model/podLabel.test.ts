import { podLabel } from './podLabel';

describe('podLabel', () => {
  it.each([
    ['prod-sh', 'pricing-6d9f7c-2kq8v', 'sh·2kq8v'],
    ['dev-1', 'orders-6d9f7c-b2qnl', 'dev·b2qnl'],
    ['partner-kl', 'trips-db-0', 'kl·trip-0'],
    ['production', 'lone', 'produc·lone'],
  ])('names %s and %s as %s', (cluster, pod, label) => {
    expect(podLabel(cluster, pod)).toBe(label);
  });
});
