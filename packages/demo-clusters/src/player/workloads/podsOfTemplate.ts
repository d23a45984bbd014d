import { KubernetesObject, OwnerReference } from '../../model/KubernetesObject';
import { nameHash, nameSuffix } from '../../store/identity';
import { ANNOTATION_BEHAVIOUR, ANNOTATION_BEHAVIOUR_PODS } from '../behaviours';
import { ControllerContext } from '../ControllerContext';
import { Pod, PodTemplate, isActive } from '../objects';

/** The reference by which an owner controls what it made. */
export function controllerReference(owner: KubernetesObject): OwnerReference {
  return {
    apiVersion: owner.apiVersion,
    kind: owner.kind,
    name: owner.metadata.name,
    uid: owner.metadata.uid ?? '',
    controller: true,
    blockOwnerDeletion: true,
  };
}

/** Stands for a template: the same for templates that differ in nothing but the order of their fields. */
export function templateHash(template: PodTemplate): string {
  return nameHash(JSON.stringify(template, sorted));
}

function sorted(_: string, value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)),
      )
    : value;
}

/** What a new pod differs in from its siblings. */
export interface NewPod {
  /** Absent: generated. */
  readonly name?: string;
  readonly labels?: Record<string, string>;
}

/** Makes a pod of a template. Only as many of the siblings as the template says get its trouble. */
export function createPod(
  context: ControllerContext,
  owner: KubernetesObject,
  template: PodTemplate,
  siblings: readonly Pod[],
  extra: NewPod = {},
): string {
  const generateName = `${owner.metadata.name}-`;
  const name = extra.name ?? generateName + nameSuffix(context.random);
  const annotations = troubles(template, siblings);
  context.create({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      ...(!extra.name && { generateName }),
      namespace: owner.metadata.namespace,
      labels: { ...template.metadata?.labels, ...extra.labels },
      ...(annotations && { annotations }),
      ownerReferences: [controllerReference(owner)],
    },
    spec: template.spec,
  });
  return name;
}

function troubles(
  template: PodTemplate,
  siblings: readonly Pod[],
): Record<string, string> | undefined {
  const annotations = template.metadata?.annotations;
  const limit = annotations?.[ANNOTATION_BEHAVIOUR_PODS];
  if (!annotations || limit === undefined) {
    return annotations;
  }
  const troubled = siblings.filter(
    pod => isActive(pod) && pod.metadata.annotations?.[ANNOTATION_BEHAVIOUR],
  );
  if (troubled.length < Number(limit)) {
    return annotations;
  }
  const { [ANNOTATION_BEHAVIOUR]: _, ...rest } = annotations;
  return rest;
}
