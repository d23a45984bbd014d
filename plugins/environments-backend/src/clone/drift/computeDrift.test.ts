import { podTemplateOf } from '../../objects';

import { computeDrift } from './computeDrift';
import { DriftInput } from './types';
import {
  Change,
  find,
  container,
  drifted,
  moveBaseline,
} from './__testUtils__/drifted';

function brief(input: DriftInput) {
  return Object.fromEntries(
    computeDrift(input).services.map(one => [
      one.service,
      one.changes.map(({ what, name, then, now, yours, state, proposed }) =>
        [
          what,
          what === 'other' ? '' : name,
          then,
          now,
          yours,
          state,
          proposed ? 'proposed' : 'left',
        ]
          .map(part => part ?? '–')
          .join(' | '),
      ),
    ]),
  );
}

describe('computeDrift', () => {
  it('says only what the person changed, where nothing moved', () => {
    expect(brief(drifted())).toEqual({
      'order-api': [
        'setting | DB_URL | postgres://orders-db:5432/orders | postgres://orders-db:5432/orders | postgres://mine/orders | edited | left',
        // What runs before the service reads the same setting.
        'setting | migrate: DB_URL | postgres://orders-db:5432/orders | postgres://orders-db:5432/orders | postgres://mine/orders | edited | left',
        'setting | LEVEL | – | – | debug | edited | left',
        'config | order-api/TIMEOUT | 5s | 5s | 9s | edited | left',
      ],
      pricing: [
        'version | pricing | 5.3.0 | 5.3.0 | 5.3.0-fare.7 | edited | left',
      ],
      notifier: [],
    });
    expect(computeDrift(drifted()).services.map(one => one.state)).toEqual([
      'edited',
      'edited',
      'same',
    ]);
  });

  it('tells apart who moved, and proposes what only the baseline changed', () => {
    const input = drifted(moveBaseline);
    expect(brief(input)).toEqual({
      'order-api': [
        'version | order-api | 2.4.0 | 2.5.0 | 2.4.0 | baseline-moved | proposed',
        'setting | DB_URL | postgres://orders-db:5432/orders | postgres://orders-db/v2 | postgres://mine/orders | both | left',
        'setting | PRICING_URL | https://pricing:8443 | – | https://pricing:8443 | baseline-moved | proposed',
        'setting | migrate: DB_URL | postgres://orders-db:5432/orders | postgres://orders-db:5432/orders | postgres://mine/orders | edited | left',
        'setting | RETRIES | – | 5 | – | baseline-moved | proposed',
        'setting | LEVEL | – | – | debug | edited | left',
        'config | order-api/FARES | http://pricing.stream:8080 | http://pricing.stream:9090 | http://pricing.stream:8080 | baseline-moved | proposed',
        'config | order-api/TIMEOUT | 5s | 7s | 9s | both | left',
      ],
      pricing: [
        'version | pricing | 5.3.0 | 5.4.0 | 5.3.0-fare.7 | both | left',
      ],
      notifier: [],
    });
    const [api, pricing] = computeDrift(input).services;
    expect(api).toMatchObject({ state: 'both', from: '2.4.0', to: '2.5.0' });
    expect(pricing).toMatchObject({
      state: 'both',
      from: '5.3.0',
      to: '5.4.0',
    });
  });

  it('sees what was changed by hand and by whom, and leaves alone what was added', () => {
    const input = drifted(undefined, live => {
      const notifier = find(live, 'Deployment', 'notifier');
      Object.assign(notifier.metadata, {
        managedFields: [
          { manager: 'domaindeck', time: '2026-01-05T12:00:00Z' },
          { manager: 'kubectl-edit', time: '2026-01-05T13:00:00Z' },
          {
            manager: 'kube-controller-manager',
            subresource: 'status',
            time: '2026-01-05T14:00:00Z',
          },
        ],
      });
      const { env } = container(live, 'notifier');
      env!.find(one => one.name === 'KAFKA_GROUP_ID')!.value = 'mine';
      env!.push({ name: 'DEBUG_FARES', value: '1' });
      live.push({
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'scratch' },
      });
      live.push({
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'kube-root-ca.crt' },
      });
      live.push({
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: {
          name: 'made',
          ownerReferences: [
            { apiVersion: 'v1', kind: 'X', name: 'x', uid: 'x' },
          ],
        },
      });
    });
    expect(brief(input).notifier).toEqual([
      'setting | KAFKA_GROUP_ID | notifier | notifier | mine | edited | left',
      'setting | DEBUG_FARES | – | – | 1 | edited | left',
    ]);
    const { services, foreign } = computeDrift(input);
    expect(services[2].changes[0].changedBy).toBe('kubectl-edit');
    expect(foreign).toEqual([
      { group: '', version: 'v1', kind: 'ConfigMap', name: 'scratch' },
    ]);
  });

  it('lets defaults of the server cancel out', () => {
    const withDefaults: Change = live => {
      for (const object of live) {
        const spec = podTemplateOf(object)?.spec;
        spec?.containers.forEach(one =>
          Object.assign(one, {
            imagePullPolicy: 'IfNotPresent',
            terminationMessagePath: '/dev/termination-log',
          }),
        );
      }
    };
    const input = drifted(undefined, withDefaults);
    expect(brief({ ...input, dryRun: input.live }).notifier).toEqual([]);
    expect(brief(input).notifier).toEqual([]);
  });

  it('reports names that came, went and changed their ports, and a service that is gone', () => {
    const input = drifted(objects => {
      const index = objects.findIndex(
        one => one.kind === 'Service' && one.metadata.name === 'cache',
      );
      objects.splice(index, 1, {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: 'risk', namespace: 'stream' },
        spec: { ports: [{ port: 80 }] },
      });
      find(objects, 'Service', 'orders-db').spec = {
        selector: { app: 'orders-db' },
        ports: [{ port: 5433 }],
      };
      objects.splice(
        objects.indexOf(find(objects, 'Deployment', 'notifier')),
        1,
      );
    });
    const drift = computeDrift(input);
    expect(drift.baseline).toEqual({
      added: ['risk'],
      removed: ['cache'],
      ports: ['orders-db'],
    });
    expect(drift.services[2]).toMatchObject({
      service: 'notifier',
      gone: true,
    });
  });

  it('knows a newer secret by its hash alone', () => {
    const input = drifted(undefined, undefined, {
      secrets: {
        then: { 'orders-db': 'a', registry: 'r' },
        now: { 'orders-db': 'b', registry: 'r' },
      },
    });
    const changes = computeDrift(input).services[0].changes.filter(
      one => one.what === 'secret',
    );
    expect(changes).toMatchObject([
      {
        name: 'orders-db',
        then: 'older',
        now: 'newer',
        yours: 'older',
        proposed: true,
      },
    ]);
  });
});
