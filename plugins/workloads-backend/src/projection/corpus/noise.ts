import { Case } from './testUtils/Case';

/** A Deployment of three ready pods, of one of which the cluster warns. */
const noise = (reason: string, message: string, expected = 'healthy'): Case => [
  `${reason} of a pod that serves`,
  expected,
  s => {
    const { current } = s.deployment();
    s.pods(current, 2);
    s.warn('Pod', s.pod(current), reason, message, {
      first: 40,
      last: 0.2,
      count: 30,
    });
  },
];

/** Warnings that mean nothing for those who are served. */
export const noiseCases: readonly Case[] = [
  noise(
    'Unhealthy',
    'Readiness probe failed: HTTP probe failed with statuscode: 503',
  ),
  noise('Unhealthy', 'Liveness probe failed: context deadline exceeded'),
  noise('ProbeWarning', 'Liveness probe warning: Probe terminated redirects'),
  noise(
    'DNSConfigForming',
    'Nameserver limits were exceeded, some nameservers have been omitted',
  ),
  noise('NodeNotReady', 'Node is not ready'),
  noise(
    'FailedMount',
    'MountVolume.SetUp failed for volume "config" : configmap "gone" not found',
  ),
  noise('FailedAttachVolume', 'Multi-Attach error for volume "pvc-1"'),
  noise('FailedCreatePodSandBox', 'Failed to create pod sandbox'),
  noise('FailedScheduling', '0/3 nodes are available: 3 Insufficient cpu.'),
  noise('Failed', 'Failed to pull image "pricing:5": too many requests'),
  noise('BackOff', 'Back-off restarting failed container app in pod pricing'),
  noise('FailedKillPod', 'error killing pod: failed to "KillContainer"'),
  noise('FailedPreStopHook', 'PreStopHook failed'),
  noise('FailedPostStartHook', 'PostStartHook failed'),
  noise('VolumeResizeFailed', 'error expanding volume'),
  noise(
    'ResizeInfeasible',
    'Pod resize Infeasible: node has too little memory',
  ),
  noise('Evicted', 'The node was low on resource: memory'),
  noise(
    'TaintManagerEviction',
    'Cancelling deletion of Pod payments-prod/pricing',
  ),
  noise(
    'FailedToRetrieveImagePullSecret',
    'Unable to retrieve some image pull secrets (registry); attempting to pull the image may not succeed.',
  ),
  noise('InspectFailed', 'Failed to inspect image'),
  noise('PolicyViolation', 'policy require-labels fail (background scan)'),
  noise('FluxCapacitorEmpty', 'a reason of the year 2031'),
];
