import { KubernetesObject } from '../../model/KubernetesObject';
import { findKind } from '../../model/resourceTypes';
import { FieldSet } from './FieldSet';
import { applyFields } from './applyFields';

const deployments = findKind('apps/v1', 'Deployment')!;

const applying = (manager: string, force = false) =>
  ({
    manager,
    force,
    part: 'object',
    time: '2026-11-23T14:00:00Z',
  } as const);

const deployment = (
  spec: Record<string, unknown>,
  annotations?: Record<string, string>,
): KubernetesObject => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: {
    name: 'app',
    namespace: 'demo',
    ...(annotations && { annotations }),
  },
  spec,
});

const apply = (
  live: KubernetesObject | undefined,
  config: KubernetesObject,
  options = applying('one'),
) => applyFields(deployments, live, config, options);

describe('applyFields', () => {
  it('takes what nobody kept count of for managed by somebody before', () => {
    const live = deployment({ replicas: 2, paused: true });
    const config = deployment({ replicas: 3 });
    expect(() => apply(live, config)).toThrow(
      'Apply failed with 1 conflict: conflict with "before-first-apply" using apps/v1: .spec.replicas',
    );
    const forced = apply(live, config, applying('one', true));
    expect(forced.spec).toEqual({ replicas: 3, paused: true });
    // The next one drops what this one said, and nothing else.
    const less = apply(forced, deployment({}));
    expect(less.spec).toEqual({ paused: true });
    const fields = less.metadata.managedFields?.map(({ manager, fieldsV1 }) => [
      manager,
      fieldsV1,
    ]);
    expect(fields).toEqual([
      ['one', { 'f:spec': {} }],
      ['before-first-apply', { 'f:spec': { '.': {}, 'f:paused': {} } }],
    ]);
  });

  it('leaves annotations that a controller added without keeping count', () => {
    const live = apply(undefined, deployment({}, { mine: '1', other: '1' }));
    const annotations = { ...live.metadata.annotations, revision: '7' };
    const noted = { ...live, metadata: { ...live.metadata, annotations } };
    const next = apply(noted, deployment({ replicas: 1 }));
    expect(next.metadata.annotations).toEqual({ revision: '7' });
  });

  it('drops a field with all that the server filled in', () => {
    const live = apply(undefined, deployment({ strategy: { type: 'Odd' } }));
    const filled = { type: 'Odd', rollingUpdate: { maxSurge: '25%' } };
    const next = apply(
      { ...live, spec: { strategy: filled } },
      deployment({ replicas: 1 }),
    );
    expect(next.spec).toEqual({ replicas: 1 });
  });

  it('keeps an item of a list that another still wants, without what only the first said', () => {
    const pod = (...containers: unknown[]) =>
      deployment({ template: { spec: { containers } } });
    const one = apply(
      undefined,
      pod({ name: 'a', image: 'a:1', tty: true }, { name: 'b', image: 'b:1' }),
    );
    const two = apply(one, pod({ name: 'a', stdin: true }), applying('two'));
    const left = apply(two, pod({ name: 'c', image: 'c:1' }));
    expect(left.spec).toEqual({
      template: {
        spec: {
          containers: [
            { name: 'a', stdin: true },
            { name: 'c', image: 'c:1' },
          ],
        },
      },
    });
  });
});

describe('FieldSet', () => {
  it('reads and writes fieldsV1', () => {
    const fields = {
      'f:spec': {
        'f:ports': {
          'k:{"port":80,"protocol":"TCP"}': { '.': {}, 'f:port': {} },
        },
      },
      'f:metadata': { 'f:finalizers': { '.': {}, 'v:"x"': {} } },
    };
    const set = FieldSet.fromJson(fields);
    expect(set.toJson()).toEqual(fields);
    expect(set.paths()).toEqual([
      '.spec.ports[port=80,protocol="TCP"]',
      '.spec.ports[port=80,protocol="TCP"].port',
      '.metadata.finalizers',
      '.metadata.finalizers[="x"]',
    ]);
    expect(set.minus(set).isEmpty).toBe(true);
    expect(set.intersect(set).toJson()).toEqual(fields);
  });
});
