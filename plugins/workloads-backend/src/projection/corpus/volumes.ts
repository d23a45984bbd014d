import { ago } from '../testUtils';
import { Case } from './testUtils/Case';
import { creating } from './testUtils/podShape';
import { creatingWith, mount } from './testUtils/podTroubles';

/** Volumes and networks that a node cannot give to a pod, for a moment or for good. */
export const volumeCases: readonly Case[] = [
  [
    'a file server refuses',
    'failed volume',
    mount(
      'MountVolume.SetUp failed for volume "share" : mount failed: exit status 32\nMounting command: mount\nmount.nfs: access denied by server',
    ),
  ],
  [
    'a driver is not on the node',
    'failed volume',
    mount(
      'MountVolume.MountDevice failed for volume "pvc-1" : kubernetes.io/csi: attacher.MountDevice failed to create newCsiDriverClient: driver name disk.csi.example.com not found in the list of registered CSI drivers',
    ),
  ],
  [
    'volumes are not there in time',
    'failed volume',
    mount(
      'Unable to attach or mount volumes: unmounted volumes=[data], unattached volumes=[data kube-api-access]: timed out waiting for the condition',
    ),
  ],
  [
    'a path on the node is missing',
    'failed volume',
    mount(
      'MountVolume.SetUp failed for volume "host" : hostPath type check failed: /data is not a directory',
    ),
  ],
  [
    'a disk hangs on another node',
    'failed volume',
    s =>
      creatingWith(
        s,
        'FailedAttachVolume',
        'Multi-Attach error for volume "pvc-1" Volume is already used by pod(s) pricing-7c9d5f-8mfdt',
        { count: 1 },
      ),
  ],
  [
    'a disk is not there',
    'failed volume',
    s =>
      creatingWith(
        s,
        'FailedAttachVolume',
        'AttachVolume.Attach failed for volume "pvc-1" : rpc error: code = NotFound desc = disk vol-1 not found',
      ),
  ],
  [
    'the network of the pod fails',
    'failed container-start',
    s =>
      creatingWith(
        s,
        'FailedCreatePodSandBox',
        'Failed to create pod sandbox: rpc error: code = Unknown desc = failed to setup network for sandbox "11ce": plugin type="calico" failed (add): error getting ClusterInformation: connection is unauthorized',
      ),
  ],
  [
    'addresses are used up',
    'failed container-start',
    s =>
      creatingWith(
        s,
        'FailedCreatePodSandBox',
        'Failed to create pod sandbox: rpc error: code = Unknown desc = failed to setup network for sandbox "11ce": plugin type="host-local" failed (add): failed to allocate for range 0: no IP addresses available in range set: 10.1.0.1-10.1.0.254',
      ),
  ],
  [
    'the runtime class is not on the node',
    'failed container-start',
    s =>
      creatingWith(
        s,
        'FailedCreatePodSandBox',
        'Failed to create pod sandbox: rpc error: code = Unknown desc = no runtime for "gvisor" is configured',
      ),
  ],
  [
    'a node has not read its Secrets yet',
    'progressing',
    s => {
      const pod = s.sick(
        { age: 0.1, containers: [creating] },
        { rollout: ['done', 1440] },
      );
      s.warn(
        'Pod',
        pod,
        'FailedMount',
        'MountVolume.SetUp failed for volume "tls" : failed to sync secret cache: timed out waiting for the condition',
        { first: 0.05, last: 0.05, count: 1 },
      );
    },
  ],
  [
    'an object is not registered in the first seconds',
    'progressing',
    s => {
      const pod = s.sick({ age: 0.1, containers: [creating] });
      s.warn(
        'Pod',
        pod,
        'FailedMount',
        'MountVolume.SetUp failed for volume "kube-api-access-x" : object "payments-prod"/"kube-root-ca.crt" not registered',
        { first: 0.05, last: 0.05, count: 1 },
      );
    },
  ],
  [
    'the network failed once and the pod serves',
    'healthy',
    s => {
      const { current } = s.deployment();
      s.pods(current, 2);
      s.warn(
        'Pod',
        s.pod(current, { age: 1 }),
        'FailedCreatePodSandBox',
        'Failed to create pod sandbox: rpc error',
        { first: 0.8, last: 0.8, count: 1 },
      );
    },
  ],
  [
    'a volume failed and the pod serves',
    'healthy',
    s => {
      const { current } = s.deployment();
      s.pods(current, 2);
      s.warn(
        'Pod',
        s.pod(current, { age: 20 }),
        'FailedMount',
        'MountVolume.SetUp failed for volume "tls" : secret "pricing-tls" not found',
        { first: 20, last: 12 },
      );
    },
  ],
  [
    'an event without its times',
    'failed container-start',
    s => {
      const pod = s.sick({ age: 5, containers: [creating] });
      s.warn(
        'Pod',
        pod,
        'FailedCreatePodSandBox',
        'failed to setup network for sandbox',
        {
          over: {
            firstTimestamp: null,
            lastTimestamp: null,
            count: undefined,
            eventTime: ago(1),
            reportingComponent: 'kubelet',
            metadata: { creationTimestamp: ago(1) },
          },
        },
      );
    },
  ],
  [
    'an event of the future',
    'failed volume',
    s =>
      s.warn(
        'Pod',
        s.sick({ age: 5, containers: [creating] }),
        'FailedMount',
        'MountVolume.SetUp failed for volume "share" : mount failed: exit status 32',
        { first: 4, last: -3 },
      ),
  ],
  [
    'the network failed once and the image takes its time',
    'progressing',
    s => {
      const pod = s.sick({
        age: 4,
        containers: [creating],
        conditions: [{ type: 'PodReadyToStartContainers', status: 'True' }],
      });
      s.warn(
        'Pod',
        pod,
        'FailedCreatePodSandBox',
        'failed to setup network for sandbox',
        { first: 4, last: 3.9, count: 2 },
      );
    },
  ],
  [
    'a volume came late and the image takes its time',
    'progressing',
    s => {
      const pod = s.sick({
        age: 4,
        containers: [creating],
        conditions: [{ type: 'PodReadyToStartContainers', status: 'True' }],
      });
      s.warn(
        'Pod',
        pod,
        'FailedAttachVolume',
        'Multi-Attach error for volume "pvc-1"',
        { first: 4, last: 4, count: 1 },
      );
    },
  ],
  [
    'a disk moves to the new node within seconds',
    'progressing',
    s =>
      s.warn(
        'Pod',
        s.sick({ age: 0.3, containers: [creating] }),
        'FailedAttachVolume',
        'Multi-Attach error for volume "pvc-1" Volume is already used by pod(s) pricing-x',
        { first: 0.2, last: 0.2, count: 1 },
      ),
  ],
];
