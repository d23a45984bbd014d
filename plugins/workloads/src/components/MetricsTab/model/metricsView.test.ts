import { readMetricsView, writeMetricsView } from './metricsView';

describe('metricsView', () => {
  it('keeps what it was given through the URL, and leaves foreign words alone', () => {
    const params = new URLSearchParams(
      'service=orders&env=dev-1%2Fpayments-dev&env=prod-sh%2Fpayments-prod&each=1&range=PT6H&has=timeout&compare=week&panel=errors',
    );
    const view = readMetricsView(params);
    expect(view).toEqual({
      service: 'orders',
      env: ['dev-1/payments-dev', 'prod-sh/payments-prod'],
      each: true,
      range: { kind: 'last', duration: 'PT6H' },
      compare: { kind: 'week' },
      panel: 'errors',
    });
    const written = writeMetricsView(view, params);
    expect(readMetricsView(written)).toEqual(view);
    expect(written.get('has')).toBe('timeout');
  });

  it('leaves out what is usual', () => {
    const usual = readMetricsView(new URLSearchParams('each=yes&service='));
    expect(usual).toMatchObject({ each: false, env: [] });
    expect(`${writeMetricsView(usual, new URLSearchParams())}`).toBe('');
  });
});
