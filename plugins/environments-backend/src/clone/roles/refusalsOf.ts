import {
  EnvironmentWarning,
  WayOut,
} from '@domaindeck/backstage-plugin-environments-common';
import {
  Container,
  KubernetesObject,
  PodSpec,
  podTemplateOf,
  templatePath,
} from '../../objects';
import { warningOf } from '../../policy';

const POWERFUL = ['SYS_ADMIN', 'ALL', 'CAP_SYS_ADMIN'];

/**
 * Why a workload of the baseline cannot be cloned at all; empty when it can. Each names the field.
 */
export function refusalsOf(workload: KubernetesObject): EnvironmentWarning[] {
  const service = workload.metadata.name;
  const wayOut: WayOut = { action: 'drop-service', services: [service] };
  const owner = workload.metadata.ownerReferences?.find(one => one.controller);
  if (owner) {
    return [
      warningOf(
        'service-not-cloneable',
        'block',
        '{service} is made by {owner}; a copy of it would be made twice.',
        { service, owner: `${owner.kind} ${owner.name}` },
        wayOut,
      ),
    ];
  }
  if (workload.kind === 'DaemonSet') {
    return [
      warningOf(
        'service-not-cloneable',
        'block',
        '{service} runs once on every machine; it is always shared.',
        { service },
        wayOut,
      ),
    ];
  }
  const spec = podTemplateOf(workload)?.spec;
  const path = `${templatePath(workload.kind)}.spec`;
  return spec
    ? [
        ...hostFields(service, spec, path),
        ...hostPaths(service, spec, path),
        ...containerFields(service, spec, path),
      ].map(warning => ({ ...warning, wayOut }))
    : [];
}

function hostFields(
  service: string,
  spec: PodSpec,
  path: string,
): EnvironmentWarning[] {
  const network = spec.hostNetwork
    ? [
        warningOf(
          'host-network',
          'block',
          '{service} uses the network of its machine ({field}).',
          { service, field: `${path}.hostNetwork` },
        ),
      ]
    : [];
  const others = (['hostPID', 'hostIPC'] as const).filter(field => spec[field]);
  return [
    ...network,
    ...others.map(field =>
      warningOf(
        'host-namespace',
        'block',
        '{service} looks into the processes of its machine ({field}).',
        { service, field: `${path}.${field}` },
      ),
    ),
  ];
}

function hostPaths(
  service: string,
  spec: PodSpec,
  path: string,
): EnvironmentWarning[] {
  return (spec.volumes ?? []).flatMap((volume, index) =>
    volume.hostPath
      ? [
          warningOf(
            'host-path',
            'block',
            '{service} reads a folder of its machine ({field}).',
            { service, field: `${path}.volumes[${index}].hostPath` },
          ),
        ]
      : [],
  );
}

function containerFields(
  service: string,
  spec: PodSpec,
  path: string,
): EnvironmentWarning[] {
  const windows = spec.securityContext?.windowsOptions?.hostProcess
    ? [
        privileged(
          service,
          `${path}.securityContext.windowsOptions.hostProcess`,
        ),
      ]
    : [];
  const lists = [
    ['initContainers', spec.initContainers ?? []],
    ['containers', spec.containers],
  ] as const;
  return [
    ...windows,
    ...lists.flatMap(([list, containers]) =>
      containers.flatMap((container, index) =>
        containerRefusals(service, container, `${path}.${list}[${index}]`),
      ),
    ),
  ];
}

function containerRefusals(
  service: string,
  container: Container,
  path: string,
): EnvironmentWarning[] {
  const security = container.securityContext;
  const added = security?.capabilities?.add ?? [];
  const fields = [
    security?.privileged ? `${path}.securityContext.privileged` : undefined,
    security?.procMount === 'Unmasked'
      ? `${path}.securityContext.procMount`
      : undefined,
    security?.windowsOptions?.hostProcess
      ? `${path}.securityContext.windowsOptions.hostProcess`
      : undefined,
    added.some(one => POWERFUL.includes(one))
      ? `${path}.securityContext.capabilities.add`
      : undefined,
  ].filter(field => field !== undefined);
  const ports = (container.ports ?? []).flatMap((port, index) =>
    port.hostPort
      ? [
          warningOf(
            'host-port',
            'block',
            '{service} takes a port of its machine ({field}).',
            { service, field: `${path}.ports[${index}].hostPort` },
          ),
        ]
      : [],
  );
  return [...fields.map(field => privileged(service, field)), ...ports];
}

function privileged(service: string, field: string): EnvironmentWarning {
  return warningOf(
    'privileged',
    'block',
    '{service} has the rights of its machine ({field}).',
    { service, field },
  );
}
