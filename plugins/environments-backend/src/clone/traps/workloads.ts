import {
  EnvironmentWarning,
  WarningCode,
} from '@domaindeck/backstage-plugin-environments-common';
import { at, matchesSelector, Volume } from '../../objects';
import { warningOf } from '../../policy';
import { OwnService, PlanContext } from '../context';
import { namesLostMembers } from './names';

/** Sources of volumes that are made new for each pod or are copied. */
const OWN_VOLUMES = [
  'configMap',
  'secret',
  'emptyDir',
  'projected',
  'downwardAPI',
  'persistentVolumeClaim',
  'ephemeral',
  'csi',
  'image',
  'gitRepo',
];
/** Sources that several pods write to at once. */
const NETWORK_VOLUMES = ['nfs', 'cephfs', 'glusterfs', 'azureFile', 'quobyte'];

/** Volumes that start empty, lead to the baseline's data, or cannot be taken at all. */
export function volumeTraps(context: PlanContext): EnvironmentWarning[] {
  return context.own.flatMap(service => {
    const volumes = service.template.spec.volumes ?? [];
    const foreign = volumes.flatMap(volume => foreignVolume(service, volume));
    const empty =
      volumes.some(volume => volume.persistentVolumeClaim) ||
      Array.isArray(at(service.workload, 'spec', 'volumeClaimTemplates'));
    return [
      ...foreign,
      ...(empty
        ? [
            warningOf(
              'volume-empty',
              'notice',
              '{service} starts with empty data.',
              { service: service.name },
            ),
          ]
        : []),
    ];
  });
}

function foreignVolume(
  service: OwnService,
  volume: Volume,
): EnvironmentWarning[] {
  const source = Object.keys(volume).find(
    field => field !== 'name' && !OWN_VOLUMES.includes(field),
  );
  if (!source || source === 'hostPath') {
    return [];
  }
  const parts = { service: service.name, volume: volume.name, source };
  return NETWORK_VOLUMES.includes(source)
    ? [
        warningOf(
          'shared-data',
          'danger',
          "Writes reach the baseline's data: {service} has its folder {volume} ({source}).",
          { ...parts, services: [service.name], store: volume.name },
        ),
      ]
    : [
        warningOf(
          'volume-unsupported',
          'block',
          '{service} has the disk {volume} ({source}) of the baseline, which only one can have.',
          parts,
          { action: 'drop-service', services: [service.name] },
        ),
      ];
}

/** What is left out of clones on purpose. */
export function droppedTraps(context: PlanContext): EnvironmentWarning[] {
  const scaled = context.own.filter(service =>
    context.index
      .ofKind('HorizontalPodAutoscaler')
      .some(
        one =>
          at(one, 'spec', 'scaleTargetRef', 'name') === service.name &&
          at(one, 'spec', 'scaleTargetRef', 'kind') === service.workload.kind,
      ),
  );
  const guarded = context.own.filter(service =>
    context.index
      .ofKind('PodDisruptionBudget')
      .some(one =>
        matchesSelector(
          at(one, 'spec', 'selector'),
          service.template.metadata?.labels ?? {},
        ),
      ),
  );
  const several = context.own.filter(
    service =>
      service.workload.kind === 'StatefulSet' &&
      Number(at(service.workload, 'spec', 'replicas') ?? 1) > service.replicas,
  );
  return [
    ...about(
      'autoscaler-dropped',
      'notice',
      'Runs with a fixed number of copies: {services}.',
      scaled,
    ),
    ...about(
      'disruption-budget-dropped',
      'notice',
      'May be moved between machines at any time: {services}.',
      guarded,
    ),
    ...about(
      'replicas-reduced',
      'notice',
      'Has more members in the baseline than here: {services}.',
      several.filter(service => !namesLostMembers(service)),
    ),
    ...about(
      'replicas-reduced',
      'caution',
      'Has more members in the baseline than here, and is told their names: {services}. It may wait for them.',
      several.filter(namesLostMembers),
    ),
  ];
}

/** Where pods run and what is put into them. */
export function placementTraps(context: PlanContext): EnvironmentWarning[] {
  const spec = (service: OwnService) => service.template.spec;
  const bound = context.own.filter(
    service => spec(service).nodeSelector?.['kubernetes.io/hostname'],
  );
  const beside = context.own.filter(
    service =>
      spec(service).affinity?.podAffinity
        ?.requiredDuringSchedulingIgnoredDuringExecution ||
      (context.input.cluster.dropPlacement &&
        (spec(service).nodeSelector || spec(service).tolerations)),
  );
  const injected = context.own.filter(service => {
    const { labels = {}, annotations = {} } = service.template.metadata ?? {};
    return [...Object.keys(labels), ...Object.keys(annotations)].some(name =>
      /^(sidecar\.istio\.io\/inject|linkerd\.io\/inject|vault\.hashicorp\.com\/agent-inject|dapr\.io\/enabled|consul\.hashicorp\.com\/connect-inject)$/.test(
        name,
      ),
    );
  });
  return [
    ...about(
      'node-bound',
      'caution',
      'Runs on one certain machine in the baseline and anywhere here: {services}.',
      bound,
    ),
    ...about(
      'placement-dropped',
      'notice',
      'Runs on any machine here: {services}.',
      beside,
    ),
    ...about(
      'sidecar-injection',
      'notice',
      'Gets a helper beside it that the cluster puts in and that takes room too: {services}.',
      injected,
    ),
  ];
}

function about(
  code: WarningCode,
  severity: EnvironmentWarning['severity'],
  sentence: string,
  services: readonly OwnService[],
): EnvironmentWarning[] {
  return services.length === 0
    ? []
    : [
        warningOf(code, severity, sentence, {
          services: services.map(service => service.name),
        }),
      ];
}
