import { logsSearchOf } from './logsSearchOf';

const NOW = Date.parse('2026-11-24T10:00:00Z');

describe('logsSearchOf', () => {
  it('names what is opened', () => {
    const search = logsSearchOf(
      {
        service: 'pricing',
        environment: 'prod-sh/payments-prod',
        pod: 'pricing-1',
        container: 'app',
        previous: true,
      },
      NOW,
    );
    expect([...new URLSearchParams(search)]).toEqual(
      expect.arrayContaining([
        ['service', 'pricing'],
        ['env', 'prod-sh/payments-prod'],
        ['pod', 'pricing-1'],
        ['container', 'app'],
        ['previous', '1'],
      ]),
    );
  });

  it.each([
    ['2026-11-24T09:50:00Z', null],
    ['2026-11-24T09:40:00Z', 'PT1H'],
    ['2026-11-24T05:00:00Z', 'PT6H'],
    ['2026-11-20T05:00:00Z', null],
  ])('reaches back to %s', (since, range) => {
    const search = logsSearchOf({ service: 'pricing', since }, NOW);
    expect(new URLSearchParams(search).get('range')).toBe(range);
  });
});
