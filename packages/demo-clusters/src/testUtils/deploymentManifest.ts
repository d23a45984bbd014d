import { KubernetesObject } from '../model/KubernetesObject';

/** What a test wants of a Deployment beyond the ordinary. */
export interface DeploymentManifestOptions {
  readonly name?: string;
  readonly namespace?: string;
  readonly version?: string;
  readonly replicas?: number;
  readonly annotations?: Record<string, string>;
  /** On the pods. */
  readonly podAnnotations?: Record<string, string>;
  /** Fields of the spec beside replicas, selector and template. */
  readonly spec?: Record<string, unknown>;
}

/** A small Deployment, `app` in the namespace `demo` unless told. */
export function deploymentManifest(
  options: DeploymentManifestOptions = {},
): KubernetesObject {
  const { name = 'app', namespace = 'demo', version = '1.0.0' } = options;
  const labels = { 'app.kubernetes.io/name': name };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name,
      namespace,
      labels,
      ...(options.annotations && { annotations: options.annotations }),
    },
    spec: {
      replicas: options.replicas ?? 2,
      selector: { matchLabels: labels },
      template: {
        metadata: {
          labels,
          ...(options.podAnnotations && {
            annotations: options.podAnnotations,
          }),
        },
        spec: {
          containers: [
            {
              name: 'app',
              image: `registry.example.com/demo/${name}:${version}`,
            },
          ],
        },
      },
      ...options.spec,
    },
  };
}
