import { KubernetesObject, objectKey } from '../../objects';
import { planEnvironment } from '../planEnvironment';
import { manifest, planInput } from '../__testUtils__/planCase';

import { applyResync } from './applyResync';
import { computeDrift } from './computeDrift';

import {
  moved,
  container,
  drifted,
  moveBaseline,
} from './__testUtils__/drifted';

describe('applyResync', () => {
  it('takes what was chosen, drops the overrides that gave way, and leaves the rest', () => {
    const input = drifted(moveBaseline);
    const [api, pricing] = computeDrift(input).services;
    const pick = (name: string) => ({
      service: 'order-api',
      id: api.changes.find(one => one.name === name)!.id,
    });
    const result = applyResync(input, [
      pick('order-api'),
      pick('RETRIES'),
      pick('PRICING_URL'),
      pick('DB_URL'),
      pick('order-api/TIMEOUT'),
      { service: 'pricing', id: pricing.changes[0].id },
    ]);
    expect(result.specification.services).toEqual([
      { name: 'order-api', env: { LEVEL: 'debug' } },
      { name: 'pricing' },
      { name: 'notifier' },
    ]);
    expect(result.specification.configOverrides).toEqual({ 'order-api': {} });
    const again = planEnvironment({
      ...planInput(moved(moveBaseline), [], {}),
      specification: result.specification,
      pinned: result.snapshot,
    });
    const env = container(
      [manifest(again, 'Deployment', 'order-api')],
      'order-api',
    );
    expect(env.image).toBe('registry.example:5000/stream/order-api:2.5.0');
    const values = Object.fromEntries(
      env.env!.map(one => [one.name, one.value]),
    );
    expect(values).toMatchObject({
      RETRIES: '5',
      DB_URL: 'postgres://orders-db/v2',
      LEVEL: 'debug',
    });
    expect(values).not.toHaveProperty('PRICING_URL');
    expect(manifest(again, 'ConfigMap', 'order-api').data).toMatchObject({
      TIMEOUT: '7s',
      // Not chosen.
      FARES: 'http://pricing.stream:8080',
    });
    const rest = computeDrift({
      ...input,
      specification: result.specification,
      then: result.snapshot,
      desired: again.manifests,
      live: again.manifests.map(one => one.object),
    });
    expect(
      rest.services.flatMap(one => one.changes.map(change => change.name)),
    ).toEqual(['LEVEL', 'order-api/FARES']);
  });

  it('taking everything leads to the baseline of now', () => {
    const input = drifted(moveBaseline);
    const chosen = computeDrift(input).services.flatMap(
      ({ service, changes }) =>
        changes
          .filter(one => one.state !== 'edited')
          .map(({ id }) => ({ service, id })),
    );
    const { snapshot } = applyResync(input, chosen);
    const sorted = (objects: readonly KubernetesObject[]) =>
      Object.fromEntries(objects.map(one => [objectKey(one), one]));
    expect(sorted(snapshot.objects)).toEqual(sorted(input.now.objects));
  });

  it('refuses what the baseline did not change', () => {
    const input = drifted();
    const [{ changes }] = computeDrift(input).services;
    expect(() =>
      applyResync(input, [{ service: 'order-api', id: changes[0].id }]),
    ).toThrow('The baseline has made no change');
    expect(() => applyResync(input, [{ service: 'nobody', id: 'x' }])).toThrow(
      'of nobody',
    );
  });
});
