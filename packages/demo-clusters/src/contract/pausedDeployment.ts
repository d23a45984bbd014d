/** A Deployment that no controller makes pods of. @param podSpec - merged into that of its template */
export function pausedDeployment(
  name: string,
  podSpec: Record<string, unknown>,
) {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name },
    spec: {
      paused: true,
      replicas: 0,
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name } },
        spec: {
          containers: [{ name: 'app', image: 'example.com/a:1' }],
          ...podSpec,
        },
      },
    },
  };
}
