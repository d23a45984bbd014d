import { ModelObject } from './ModelStore';

/** Which object, and what it says. */
export interface ModelContent {
  readonly name: string;
  readonly namespace: string;
  readonly uid: string;
  /** Differs for every write, and shows in the row. */
  readonly content: number;
}

/** Namespaces of the model world; the first two belong to the domain that viewers look at. */
export const modelNamespaces = [
  'payments-dev',
  'payments-test',
  'legacy-batch',
] as const;

function templateOf(content: number) {
  const image = `registry.example.com/payments/pricing:1.${content}.0`;
  return { containers: [{ name: 'main', image }] };
}

function specOf(resource: string, content: number): object {
  switch (resource) {
    case 'pods':
      return {
        spec: templateOf(content),
        status: { phase: content % 3 === 0 ? 'Pending' : 'Running' },
      };
    case 'deployments':
      return {
        spec: {
          replicas: content % 4,
          template: { spec: templateOf(content) },
        },
        status: { replicas: content % 4, readyReplicas: content % 3 },
      };
    case 'horizontalpodautoscalers':
      return {
        spec: {
          scaleTargetRef: { kind: 'Deployment', name: 'pricing' },
          minReplicas: 1,
          maxReplicas: 2 + content,
        },
        status: { currentReplicas: 1, desiredReplicas: 1 },
      };
    default:
      return {};
  }
}

/** A raw object of the model world, as an API server would send it. */
export function modelObject(
  resource: string,
  { name, namespace, uid, content }: ModelContent,
): ModelObject {
  const labels = { app: name, content: String(content) };
  const creationTimestamp = '2026-10-01T08:00:00Z';
  if (resource === 'namespaces') {
    const claim = name.startsWith('payments')
      ? { 'domaindeck.io/domain': 'payments' }
      : {};
    return {
      metadata: {
        name,
        uid,
        creationTimestamp,
        labels: { ...labels, ...claim },
      },
    };
  }
  return {
    metadata: { name, namespace, uid, creationTimestamp, labels },
    ...specOf(resource, content),
  };
}
