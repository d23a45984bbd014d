import {
  at,
  containersOf,
  isObject,
  KubernetesObject,
  objectKey,
  parseQuantity,
  podTemplateOf,
} from '../objects';
import { sanitizeObject } from './sanitize';
import { serviceOptions } from './serviceOptions';
import {
  FIXTURES,
  loadBaseline,
  planInput,
  planOf,
} from './__testUtils__/planCase';
import { planEnvironment } from './planEnvironment';
import { podReferences } from './traverse/podReferences';
import { PlanResult } from './types';

const STEPS = ['reserve', 'fence', 'settings', 'connect', 'start', 'open'];

/** What no object of an environment may hold, wherever it stands. */
const FORBIDDEN = [
  'status',
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'ownerReferences',
  'finalizers',
  'managedFields',
  'nodePort',
  'healthCheckNodePort',
  'loadBalancerIP',
  'loadBalancerClass',
  'externalIPs',
  'volumeName',
  'dataSource',
  'nodeName',
  'priorityClassName',
  'priority',
  'readinessGates',
  'topologySpreadConstraints',
  'hostPath',
  'hostNetwork',
  'hostPort',
  'partition',
  'internalTrafficPolicy',
  'immutable',
];

function fieldsOf(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) {
    value.forEach(one => fieldsOf(one, found));
  } else if (isObject(value)) {
    for (const [field, inner] of Object.entries(value)) {
      found.add(field);
      fieldsOf(inner, found);
    }
  }
  return found;
}

function workloadsOf(result: PlanResult): KubernetesObject[] {
  return result.manifests
    .map(one => one.object)
    .filter(object => podTemplateOf(object));
}

/** Names that a workload needs and that nothing of the plan gives. */
function dangling(result: PlanResult): string[] {
  const given = new Set(result.manifests.map(one => objectKey(one.object)));
  const pending = result.plan.pendingSecrets.map(one => one.name);
  return workloadsOf(result).flatMap(workload =>
    podReferences(podTemplateOf(workload)!.spec)
      .filter(
        one =>
          !one.optional &&
          !['default', 'kube-root-ca.crt'].includes(one.name) &&
          !given.has(`/${one.kind}/${one.name}`) &&
          !(one.kind === 'Secret' && pending.includes(one.name)) &&
          !result.plan.warnings.some(
            warning =>
              ['object-missing', 'custom-resource'].includes(warning.code) &&
              warning.parts.name === one.name,
          ),
      )
      .map(one => `${workload.metadata.name}: ${one.kind} ${one.name}`),
  );
}

/** What holds for every plan, whatever was chosen. */
function expectSound(
  result: PlanResult,
  baselineObjects: readonly KubernetesObject[],
) {
  const { manifests, plan } = result;
  const objects = manifests.map(one => one.object);
  expect(new Set(objects.map(objectKey)).size).toBe(objects.length);
  expect(FORBIDDEN.filter(field => fieldsOf(objects).has(field))).toEqual([]);
  expect(dangling(result)).toEqual([]);
  // Steps never go back.
  const order = manifests.map(one => STEPS.indexOf(one.step));
  expect(order).toEqual([...order].sort((a, b) => a - b));
  for (const { object, hash } of manifests) {
    expect(object.metadata.namespace).toBe(
      object.kind === 'Namespace' ? undefined : plan.namespace,
    );
    expect(object.metadata.labels).toMatchObject({
      'app.kubernetes.io/managed-by': 'domaindeck',
      'domaindeck.io/environment-id': 'e1',
    });
    expect(object.metadata.annotations).toMatchObject({
      'domaindeck.io/hash': hash,
    });
    for (const [name, value] of Object.entries(object.metadata.labels!)) {
      expect(`${name}=${value}`).toMatch(
        /^[\w./-]+=([A-Za-z0-9]([\w.-]{0,61}[A-Za-z0-9])?)?$/,
      );
      expect(name).not.toMatch(/argocd|helm\.sh|fluxcd|instance$/);
    }
  }
  // Every name of the baseline resolves, and leads to it unless it is one's own.
  const names = baselineObjects
    .filter(one => one.kind === 'Service')
    .map(one => one.metadata.name);
  const services = objects.filter(one => one.kind === 'Service');
  expect(services.map(one => one.metadata.name).sort()).toEqual(names.sort());
  const external = services
    .filter(one => at(one, 'spec', 'type') === 'ExternalName')
    .map(one => one.metadata.name);
  expect(plan.shared.map(one => one.name).sort()).toEqual(external.sort());
  // No address leads to a name that leads elsewhere.
  const backends = objects
    .filter(one => one.kind === 'Ingress')
    .flatMap(one => [
      ...JSON.stringify(one).matchAll(/"service":\{"name":"([^"]+)"/g),
    ])
    .map(match => match[1]);
  expect(backends.filter(name => external.includes(name))).toEqual([]);
  // Selectors and template labels are those of the baseline.
  for (const workload of workloadsOf(result)) {
    const before = baselineObjects.find(
      one =>
        one.kind === workload.kind &&
        one.metadata.name === workload.metadata.name,
    )!;
    expect(at(workload, 'spec', 'selector')).toEqual(
      at(before, 'spec', 'selector'),
    );
    expect(podTemplateOf(workload)!.metadata?.labels).toEqual(
      podTemplateOf(before)!.metadata?.labels,
    );
  }
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
        expectSound(result, baseline.objects);
        expect(result.plan.services.map(one => one.name)).toEqual([service]);
      }
    });

    it('is sound for every two services', () => {
      expect(cloneable.length).toBeGreaterThan(3);
      cloneable.forEach((one, index) => {
        const other = cloneable[(index + 1) % cloneable.length];
        expectSound(planOf(name, [one, other]), baseline.objects);
      });
    });

    it.each(['S', 'M', 'L'])(
      'is sound for all services together in size %s',
      size => {
        const result = planOf(name, cloneable, { specification: { size } });
        expectSound(result, baseline.objects);
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
        expectSound(result, baseline.objects);
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
