/**
 * The query of another tab, on one environment and perhaps one of its services, in the words in which that tab writes its
 * own URL.
 *
 * @param environment - `cluster/namespace`
 */
export function doorSearch(
  tab: 'workloads' | 'logs' | 'metrics',
  environment: string,
  service?: string,
): string {
  const params = new URLSearchParams();
  if (service) {
    params.set(tab === 'workloads' ? 'q' : 'service', service);
  }
  params.set('env', environment);
  return `?${params}`;
}
