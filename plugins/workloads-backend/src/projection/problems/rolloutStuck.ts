import { isPodEnded, isPodReady } from '../podPhase';
import { rolloutOf } from '../rollout';
import { FamilyRule } from './types';
import { earliest } from './warnings';

/**
 * StatefulSets and DaemonSets have no deadline of their own: they wait for a pod for ever, also after the release was
 * taken back. The patience that a Deployment has by default is applied to them.
 */
export const rolloutStuck: FamilyRule = ({ family, now, patience }) => {
  const { root, pods } = family;
  if (
    (root.kind !== 'StatefulSet' && root.kind !== 'DaemonSet') ||
    rolloutOf(family).kind === 'none'
  ) {
    return [];
  }
  const waiting = pods.filter(pod => {
    const ready = pod.conditions.find(({ type }) => type === 'Ready');
    const since = ready?.since ?? pod.createdAt;
    return (
      !isPodReady(pod) &&
      !isPodEnded(pod) &&
      pod.deletingSince === undefined &&
      since !== undefined &&
      now - Date.parse(since) > patience
    );
  });
  if (!waiting.length) {
    return [];
  }
  return [
    {
      code: 'rollout-stuck',
      failing: true,
      since: earliest(
        waiting.map(
          pod =>
            pod.conditions.find(({ type }) => type === 'Ready')?.since ??
            pod.createdAt,
        ),
      ),
      object: `${root.kind}/${root.name}`,
      facts: {
        updated: root.updated,
        total: root.desired,
        pod: waiting[0].name,
      },
    },
  ];
};
