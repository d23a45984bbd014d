import { LogsView, readLogsView, writeLogsView } from './logsView';

const full: LogsView = {
  service: 'orders',
  env: ['prod-sh/payments-prod', 'partner-kl/payments-partner'],
  pod: 'orders-6d9f7c-4xk2p',
  containers: ['orders', 'istio-proxy'],
  previous: false,
  chips: [
    { kind: 'has', text: '/payment|pricing/' },
    { kind: 'not', text: 'healthz' },
    { kind: 'has', text: 'a,b & c' },
  ],
  modes: { regex: true, caseSensitive: true },
  levels: ['error', 'warn'],
  range: { kind: 'last', duration: 'PT24H' },
  columns: ['ms', 'order'],
  zone: 'utc',
  wrap: true,
  line: 'a/b/c/d~1795528913609000123~abc',
};

describe('the view in the URL', () => {
  it('comes back as it was put there, whatever else stands in the URL', () => {
    const params = writeLogsView(full, new URLSearchParams('panel=cpu&env=x'));
    expect(params.get('panel')).toBe('cpu');
    expect(readLogsView(params)).toEqual(full);
  });

  it('leaves out what is usual, and takes nonsense for nothing', () => {
    const usual = readLogsView(
      new URLSearchParams('level=loud&tz=mars&has=&range=soon'),
    );
    expect(usual).toMatchObject({
      levels: ['error', 'warn', 'info', 'debug'],
      zone: 'local',
      chips: [],
      range: { kind: 'live', duration: 'PT15M' },
    });
    expect(`${writeLogsView(usual, new URLSearchParams())}`).toBe('');
  });
});
