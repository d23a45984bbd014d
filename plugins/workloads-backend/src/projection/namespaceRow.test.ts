import { projectors } from './projectors';

describe('namespaces', () => {
  it('keep labels and our own annotations only', () => {
    const row = projectors.namespaces({
      metadata: {
        uid: 'u',
        name: 'payments-dev',
        labels: { 'domaindeck.io/domain': 'payments' },
        annotations: {
          'domaindeck.io/domain-ref': 'domain:default/payments',
          other: 'x',
        },
      },
      status: { phase: 'Terminating' },
    });
    expect(row).toMatchObject({
      terminating: true,
      labels: { 'domaindeck.io/domain': 'payments' },
      annotations: { 'domaindeck.io/domain-ref': 'domain:default/payments' },
    });
    expect(row.annotations).not.toHaveProperty('other');
  });
});
