import {
  DriftState,
  ObjectRef,
  ServiceDrift,
} from '@domaindeck/backstage-plugin-environments-common';
import { LABEL_ENVIRONMENT_ID } from '@domaindeck/backstage-plugin-workloads-common';
import {
  at,
  KubernetesObject,
  objectHash,
  objectKey,
  objectRef,
  podTemplateOf,
  stableJson,
  versionOf,
} from '../../objects';
import { imageOf } from '../imageOf';
import { podReferences } from '../traverse/podReferences';
import { Manifest } from '../types';
import { compareObject, PlacedChange } from './compareObject';
import { ComputedDrift, DriftInput } from './types';

/** What the cluster puts into every namespace by itself. */
const GIVEN = [
  '/ConfigMap/kube-root-ca.crt',
  '/ConfigMap/istio-ca-root-cert',
  '/ConfigMap/openshift-service-ca.crt',
  '/ServiceAccount/default',
];

/** Compares baseline then, baseline now, what is wanted and what lives, service by service. */
export function computeDrift(input: DriftInput): ComputedDrift {
  const changes = changesByService(input);
  const services = input.specification.services.map(({ name }) =>
    serviceDrift(name, changes.get(name) ?? [], input),
  );
  return {
    revision: objectHash([input.then, input.now, input.secrets ?? {}]),
    services,
    baseline: sharedDrift(input),
    foreign: foreignObjects(input),
  };
}

/** Every difference with its place, by the service that it concerns. One that concerns several stands under each. */
export function changesByService(
  input: DriftInput,
): Map<string, PlacedChange[]> {
  const index = (objects: readonly KubernetesObject[] = []) =>
    new Map(objects.map(object => [objectKey(object), object]));
  const then = index(input.then.objects);
  const now = index(input.now.objects);
  const live = index(input.live);
  const dryRun = index(input.dryRun);
  const desired = new Map(
    input.desired.map(one => [objectKey(one.object), one]),
  );
  const found = new Map<string, PlacedChange[]>();
  for (const { name, ...asked } of input.specification.services) {
    const keys = [...then.keys()].filter(key =>
      concerns(key, name, desired, input.desired),
    );
    found.set(name, [
      ...keys.flatMap(key =>
        compareObject(
          {
            then: then.get(key),
            now: now.get(key),
            desired: desired.get(key)?.object,
            live: live.get(key),
            dryRun: dryRun.get(key),
          },
          { name, ...asked },
          input.specification.configOverrides,
        ),
      ),
      ...secretChanges(name, input),
    ]);
  }
  return found;
}

function concerns(
  key: string,
  service: string,
  desired: ReadonlyMap<string, Manifest>,
  all: readonly Manifest[],
): boolean {
  const manifest = desired.get(key);
  if (!manifest) {
    return false;
  }
  return (
    manifest.service === service ||
    (manifest.service === undefined &&
      referencesOf(service, all).some(
        one => key === `/${one.kind}/${one.name}`,
      ))
  );
}

function referencesOf(service: string, all: readonly Manifest[]) {
  const workload = all.find(
    one => one.service === service && podTemplateOf(one.object),
  );
  return workload ? podReferences(podTemplateOf(workload.object)!.spec) : [];
}

function secretChanges(service: string, input: DriftInput): PlacedChange[] {
  const { then = {}, now = {} } = input.secrets ?? {};
  return Object.keys(then)
    .filter(name => now[name] !== undefined && now[name] !== then[name])
    .filter(name =>
      referencesOf(service, input.desired).some(
        one => one.kind === 'Secret' && one.name === name,
      ),
    )
    .map(name => ({
      object: `/Secret/${name}`,
      path: [],
      change: {
        id: `/Secret/${name}#`,
        what: 'secret',
        name,
        then: 'older',
        now: 'newer',
        yours: 'older',
        state: 'baseline-moved',
        proposed: true,
      },
    }));
}

function serviceDrift(
  service: string,
  placed: readonly PlacedChange[],
  input: DriftInput,
): ServiceDrift {
  const workload = (objects: readonly KubernetesObject[]) =>
    objects.find(one => one.metadata.name === service && podTemplateOf(one));
  const then = workload(input.then.objects);
  const now = workload(input.now.objects);
  const version = (object: KubernetesObject | undefined) =>
    object ? versionOf(imageOf(object)) : undefined;
  return {
    service,
    state: overall(placed.map(one => one.change.state)),
    changes: placed.map(one => one.change),
    ...(then ? { from: version(then) } : {}),
    ...(now ? { to: version(now) } : {}),
    ...(then && !now ? { gone: true } : {}),
  };
}

function overall(states: readonly DriftState[]): DriftState {
  if (
    states.includes('both') ||
    (states.includes('baseline-moved') && states.includes('edited'))
  ) {
    return 'both';
  }
  return states[0] ?? 'same';
}

function sharedDrift(input: DriftInput): ComputedDrift['baseline'] {
  const then = input.then.services;
  const now = input.now.services;
  return {
    added: Object.keys(now).filter(name => !Object.hasOwn(then, name)),
    removed: Object.keys(then).filter(name => !Object.hasOwn(now, name)),
    ports: Object.keys(now).filter(
      name =>
        Object.hasOwn(then, name) &&
        stableJson(then[name]) !== stableJson(now[name]),
    ),
  };
}

/** What somebody made there by hand: without our label, and without a maker in the cluster. */
function foreignObjects(input: DriftInput): ObjectRef[] {
  const claims = claimPatterns(input.desired);
  return input.live
    .filter(
      object =>
        object.metadata.labels?.[LABEL_ENVIRONMENT_ID] === undefined &&
        (object.metadata.ownerReferences ?? []).length === 0 &&
        !GIVEN.includes(objectKey(object)) &&
        !claims.some(pattern => pattern.test(objectKey(object))),
    )
    .map(objectRef);
}

/** A StatefulSet makes a claim for each of its pods, and marks it as nobody's. */
function claimPatterns(desired: readonly Manifest[]): RegExp[] {
  return desired.flatMap(({ object }) => {
    const templates = at(object, 'spec', 'volumeClaimTemplates');
    return (Array.isArray(templates) ? templates : []).map(
      template =>
        new RegExp(
          `^/PersistentVolumeClaim/${String(
            at(template, 'metadata', 'name'),
          )}-${object.metadata.name}-\\d+$`,
        ),
    );
  });
}
