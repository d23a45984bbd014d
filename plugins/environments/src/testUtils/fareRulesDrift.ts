import { EnvironmentDrift } from '@domaindeck/backstage-plugin-environments-common';

/** How fare-rules and the baseline have moved apart: orders moved, pricing was changed by both. */
export function fareRulesDrift(now: number): EnvironmentDrift {
  return {
    asOf: new Date(now).toISOString(),
    revision: 'r1',
    services: [
      {
        service: 'orders',
        state: 'baseline-moved',
        from: '7.7.0',
        to: '7.8.0',
        changes: [
          {
            id: 'version',
            what: 'version',
            then: '7.7.0',
            now: '7.8.0',
            yours: '7.7.0',
            state: 'baseline-moved',
            proposed: true,
          },
          {
            id: 'env.RETRY_LIMIT',
            what: 'setting',
            name: 'RETRY_LIMIT',
            then: '3',
            now: '5',
            yours: '3',
            state: 'baseline-moved',
            proposed: true,
          },
          {
            id: 'env.FARES_TIMEOUT',
            what: 'setting',
            name: 'FARES_TIMEOUT',
            now: '800ms',
            state: 'baseline-moved',
            proposed: true,
          },
        ],
      },
      {
        service: 'pricing',
        state: 'both',
        from: '5.2.1',
        to: '5.3.0',
        changes: [
          {
            id: 'version',
            what: 'version',
            then: '5.2.1',
            now: '5.3.0',
            yours: '5.3.0-fare.7',
            state: 'both',
            proposed: false,
          },
          {
            id: 'env.ROUNDING',
            what: 'setting',
            name: 'ROUNDING',
            then: 'up',
            now: 'half-even',
            yours: 'down',
            state: 'both',
            proposed: false,
          },
          {
            id: 'secret.fares-key',
            what: 'secret',
            name: 'fares-key',
            then: 'older',
            now: 'newer',
            yours: 'older',
            state: 'baseline-moved',
            proposed: true,
          },
          {
            id: 'env.DEBUG_FARES',
            what: 'setting',
            name: 'DEBUG_FARES',
            yours: 'true',
            state: 'edited',
            proposed: false,
          },
        ],
      },
    ],
    baseline: { added: [], removed: [], ports: [] },
    foreign: [],
  };
}
