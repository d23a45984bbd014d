import { Workload } from '@domaindeck/backstage-plugin-workloads-common';
import { Phrase } from '../../../translation/Phrase';

/** What a reader would call different between two moments of one workload, what matters most first. */
export function differencesOf(
  before: Workload,
  after: Workload,
): readonly Phrase[] {
  const phrases: Phrase[] = [];
  if (before.version !== after.version) {
    phrases.push({
      key: 'panel.changed.version',
      params: { from: before.version, to: after.version },
    });
  }
  if (before.health !== after.health) {
    phrases.push({ key: `panel.changed.health.${after.health}` });
  }
  if (before.replicas.desired !== after.replicas.desired) {
    phrases.push({
      key: 'panel.changed.desired',
      params: { from: before.replicas.desired, to: after.replicas.desired },
    });
  }
  if (before.replicas.ready !== after.replicas.ready) {
    phrases.push({
      key: 'panel.changed.ready',
      params: { from: before.replicas.ready, to: after.replicas.ready },
    });
  }
  const restarts = after.restarts - before.restarts;
  if (restarts > 0) {
    phrases.push({
      key: 'panel.changed.restarts',
      params: { count: restarts },
    });
  }
  const known = new Set(before.pods.map(({ uid }) => uid));
  const replaced = after.pods.filter(({ uid }) => !known.has(uid)).length;
  if (replaced > 0) {
    phrases.push({ key: 'panel.changed.pods', params: { count: replaced } });
  }
  return phrases;
}
