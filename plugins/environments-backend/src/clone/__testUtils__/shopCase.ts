import { Specification } from '@domaindeck/backstage-plugin-environments-common';
import { KubernetesObject, podTemplateOf } from '../../objects';
import { planEnvironment } from '../planEnvironment';
import { PlanResult } from '../types';
import { manifest, planInput } from './planCase';

/** A workload of one container with some fields of its pod and of the container. */
export function workload(
  name: string,
  pod: object = {},
  container: object = {},
  kind = 'Deployment',
): KubernetesObject {
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: { name, namespace: 'shop' },
    spec: {
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name } },
        spec: {
          containers: [{ name, image: `r/${name}:1`, ...container }],
          ...pod,
        },
      },
    },
  } as KubernetesObject;
}

/** A Service that leads to the workload of its name. */
export function service(name: string, spec: object = {}): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace: 'shop' },
    spec: { selector: { app: name }, ports: [{ port: 80 }], ...spec },
  } as KubernetesObject;
}

/** Plans over a baseline of a few objects. */
export function planShop(
  objects: KubernetesObject[],
  services: Specification['services'],
  changes?: Parameters<typeof planInput>[2],
): PlanResult {
  return planEnvironment(
    planInput(
      { cluster: 'dev-1', namespace: 'shop', objects },
      services,
      changes,
    ),
  );
}

/** The pod of a workload that a plan applies. */
export function podOf(result: PlanResult, kind: string, name: string) {
  return podTemplateOf(manifest(result, kind, name))!.spec;
}

/** Codes of what forbids to create. */
export function blocks(result: PlanResult): string[] {
  return result.plan.warnings
    .filter(one => one.severity === 'block')
    .map(one => one.code);
}
