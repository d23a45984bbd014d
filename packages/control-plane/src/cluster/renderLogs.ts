import { stringify } from 'yaml';

/**
 * The log of the containers of a pod: a file as container runtimes write it, a line each such as
 * `2026-11-24T10:00:00.000000000Z stdout F text`. What is added to it comes to those who follow.
 * @public
 */
export interface ContainerLog {
  readonly namespace: string;
  readonly pod: string;
  /** Absolute. */
  readonly file: string;
  /** That of the run before. */
  readonly previousFile?: string;
}

/** The part of kwok's configuration that says where logs are. */
export function renderLogs(logs: readonly ContainerLog[]): string {
  return logs
    .map(({ namespace, pod, file, previousFile }) =>
      stringify({
        apiVersion: 'kwok.x-k8s.io/v1alpha1',
        kind: 'ClusterLogs',
        metadata: { name: `${namespace}.${pod}` },
        spec: {
          selector: { matchNamespaces: [namespace], matchNames: [pod] },
          logs: [
            {
              logsFile: file,
              ...(previousFile && { previousLogsFile: previousFile }),
            },
          ],
        },
      }),
    )
    .map(document => `---\n${document}`)
    .join('');
}
