import { LogSources } from '@domaindeck/backstage-plugin-workloads-common';
import { LogsView } from './logsView';

/**
 * The environments of a view whose logs may be downloaded, and those that may only be read, as refs.
 */
export function downloadChoice(
  sources: LogSources,
  view: Pick<LogsView, 'env'>,
): { readonly downloadable: readonly string[]; readonly others: string[] } {
  const chosen = sources.environments.filter(
    one =>
      one.readable && (view.env.length === 0 || view.env.includes(one.ref)),
  );
  const refsOf = (may: boolean) =>
    chosen.filter(one => one.downloadable === may).map(({ ref }) => ref);
  return { downloadable: refsOf(true), others: refsOf(false) };
}
