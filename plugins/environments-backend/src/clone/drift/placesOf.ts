import { DriftChange } from '@domaindeck/backstage-plugin-environments-common';
import {
  at,
  isObject,
  KubernetesObject,
  podTemplateOf,
  templatePath,
} from '../../objects';
import { versionedContainer } from '../overrides';
import { Path } from './paths';

/** A part of an object that changes as one, and what people call it. */
export interface Place {
  readonly path: Path;
  readonly what: DriftChange['what'];
  /** Such as the name of a setting; for anything else the path in words. */
  readonly name: string;
}

/** Fields of a workload that the environment decides for itself, or that cannot change. */
const OWN_FIELDS = [
  'template',
  'jobTemplate',
  'selector',
  'replicas',
  'serviceName',
  'suspend',
  'volumeClaimTemplates',
];

/** The places of an object at which the baseline may move. */
export function placesOf(object: KubernetesObject): Place[] {
  if (podTemplateOf(object)) {
    return workloadPlaces(object);
  }
  if (object.kind === 'ConfigMap') {
    return ['data', 'binaryData'].flatMap(field =>
      Object.keys(isObject(object[field]) ? object[field] : {}).map(
        (key): Place => ({
          path: [field, key],
          what: 'config',
          name: `${object.metadata.name}/${key}`,
        }),
      ),
    );
  }
  if (object.kind === 'Service') {
    return Object.keys(object.spec ?? {}).map(field =>
      field === 'ports'
        ? {
            path: ['spec', 'ports'],
            what: 'port',
            name: object.metadata.name,
          }
        : other(object, ['spec', field]),
    );
  }
  return Object.keys(object)
    .filter(field => !['apiVersion', 'kind', 'metadata'].includes(field))
    .map(field => other(object, [field]));
}

function workloadPlaces(workload: KubernetesObject): Place[] {
  const template = podTemplateOf(workload)!;
  const root = templatePath(workload.kind).split('.');
  const main = versionedContainer(
    template.spec,
    workload.metadata.name,
    template.metadata?.labels,
  );
  const containers = (['containers', 'initContainers'] as const).flatMap(list =>
    (template.spec[list] ?? []).flatMap(container => {
      const path = [...root, 'spec', list, `[${container.name}]`];
      return Object.keys(container)
        .filter(field => field !== 'name')
        .flatMap(field =>
          containerPlaces(
            workload,
            [...path, field],
            at(container, field),
            list === 'containers' && container.name === main.name,
          ),
        );
    }),
  );
  const pod = Object.keys(template.spec)
    .filter(field => field !== 'containers' && field !== 'initContainers')
    .map(field => other(workload, [...root, 'spec', field]));
  const around = Object.keys(workload.spec ?? {})
    .filter(field => !OWN_FIELDS.includes(field))
    .map(field => other(workload, ['spec', field]));
  return [
    ...containers,
    ...pod,
    other(workload, [...root, 'metadata', 'annotations']),
    ...around,
  ];
}

function containerPlaces(
  workload: KubernetesObject,
  path: Path,
  value: unknown,
  isMain: boolean,
): Place[] {
  const field = path[path.length - 1];
  const container = path[path.length - 2].slice(1, -1);
  if (field === 'image' && isMain) {
    return [{ path, what: 'version', name: workload.metadata.name }];
  }
  if (field === 'env' && Array.isArray(value)) {
    return value.filter(isObject).map(
      (variable): Place => ({
        path: [...path, `[${variable.name}]`],
        what: 'setting',
        name: isMain ? String(variable.name) : `${container}: ${variable.name}`,
      }),
    );
  }
  return field === 'resources'
    ? [{ path, what: 'resources', name: container }]
    : [other(workload, path)];
}

function other(object: KubernetesObject, path: Path): Place {
  const words = path.join('.').replace(/\.\[/g, '[');
  return {
    path,
    what: 'other',
    name: `${object.kind} ${object.metadata.name}: ${words}`,
  };
}
