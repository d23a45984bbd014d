import {
  at,
  containersOf,
  KubernetesObject,
  parseQuantity,
  podTemplateOf,
} from '../objects';
import { faultsOf } from './__testUtils__/faultsOf';
import { sanitizeObject } from './sanitize';
import { serviceOptions } from './serviceOptions';
import {
  FIXTURES,
  loadBaseline,
  planInput,
  planOf,
} from './__testUtils__/planCase';
import { planEnvironment } from './planEnvironment';
import { Baseline, PlanResult } from './types';

function workloadsOf(result: PlanResult): KubernetesObject[] {
  return result.manifests
    .map(one => one.object)
    .filter(object => podTemplateOf(object));
}

/** What holds for every plan, whatever was chosen. */
function expectSound(result: PlanResult, baseline: Baseline) {
  const { plan } = result;
  expect(faultsOf(baseline, result)).toEqual([]);
  if (plan.warnings.every(one => one.code !== 'size-too-small')) {
    expect(requested(result, 'cpu')).toBeLessThanOrEqual(plan.size.cores);
    expect(requested(result, 'memory')).toBeLessThanOrEqual(plan.size.memory);
  }
}

/** What the plan's running pods ask for together, without what runs before them. */
function requested(result: PlanResult, name: string): number {
  return workloadsOf(result)
    .filter(workload => Number(at(workload, 'spec', 'replicas') ?? 0) > 0)
    .flatMap(workload => podTemplateOf(workload)!.spec.containers)
    .reduce(
      (sum, one) => sum + parseQuantity(one.resources!.requests![name])!,
      0,
    );
}

describe('planEnvironment', () => {
  describe.each(FIXTURES)('over %s', name => {
    const baseline = loadBaseline(name);
    const { services } = serviceOptions(baseline, { known: false, edges: [] });
    const cloneable = services
      .filter(one => one.cloneable)
      .map(one => one.name);

    it('is sound for every service alone', () => {
      expect(cloneable.length).toBeGreaterThan(3);
      for (const service of cloneable) {
        const result = planOf(name, [service]);
        expectSound(result, baseline);
        expect(result.plan.services.map(one => one.name)).toEqual([service]);
      }
    });

    it('is sound for every two services', () => {
      expect(cloneable.length).toBeGreaterThan(3);
      cloneable.forEach((one, index) => {
        const other = cloneable[(index + 1) % cloneable.length];
        expectSound(planOf(name, [one, other]), baseline);
      });
    });

    it.each(['S', 'M', 'L'])(
      'is sound for all services together in size %s',
      size => {
        const result = planOf(name, cloneable, { specification: { size } });
        expectSound(result, baseline);
        // Containers before the services fit as well: none is larger than the size.
        for (const workload of workloadsOf(result)) {
          for (const { resources } of containersOf(
            podTemplateOf(workload)!.spec,
          )) {
            expect(
              parseQuantity(resources!.limits!.memory),
            ).toBeLessThanOrEqual(result.plan.size.memory);
          }
        }
      },
    );

    it('is sound for arbitrary choices, and the same each time', () => {
      // A fixed walk through choices: each takes other services than the one before.
      for (let round = 1; round <= 12; round++) {
        const chosen = cloneable.filter(
          (_, index) => (index * 7 + round * 5) % (2 + (round % 3)) === 0,
        );
        const input = planInput(
          baseline,
          chosen.map((one, index) => ({
            name: one,
            ...(index % 2
              ? { version: `9.${round}.0`, env: { ADDED: 'x', PORT: null } }
              : {}),
          })),
          { specification: { rewriteAddresses: round % 2 === 0 } },
        );
        const before = JSON.stringify(input);
        const result = planEnvironment(input);
        expectSound(result, baseline);
        expect(JSON.stringify(planEnvironment(input))).toBe(
          JSON.stringify(result),
        );
        expect(JSON.stringify(input)).toBe(before);
      }
    });

    it('sanitizes to a fixed point and leaves its input alone', () => {
      for (const object of baseline.objects) {
        const before = JSON.stringify(object);
        const once = sanitizeObject(object);
        expect(sanitizeObject(once)).toEqual(once);
        expect(JSON.stringify(object)).toBe(before);
      }
    });

    it('plans the same again from its own snapshot', () => {
      const first = planOf(name, cloneable);
      const again = planOf(name, cloneable, {
        input: { pinned: first.snapshot },
      });
      expect(again.manifests).toEqual(first.manifests);
      expect(again.snapshot).toEqual(first.snapshot);
    });
  });
});
