/** The cells, in English the backend's own words; a translation says them from the cause. */
export const reasonMessages = {
  outOfMemoryOnce: '{{message}}',
  outOfMemory: '{{message}}',
  crashAtStart: '{{message}}',
  crashed: '{{message}}',
  crashLoop: '{{message}}',
  imagePull: '{{message}}',
  imageName: '{{message}}',
  configMissing: '{{message}}',
  containerStart: '{{message}}',
  unschedulable: '{{message}}',
  noNodeFits: '{{message}}',
  quotaLimits: '{{message}}',
  quota: '{{message}}',
  bounds: '{{message}}',
  admission: '{{message}}',
  readyCheck: '{{message}}',
  notReady: '{{message}}',
  liveness: '{{message}}',
  volumeMount: '{{message}}',
  volume: '{{message}}',
  deadline: '{{message}}',
  outOfTime: '{{message}}',
  runFailed: '{{message}}',
  jobFailed: '{{message}}',
  jobRetrying: '{{message}}',
  slowStart: '{{message}}',
  evictedRefused: '{{message}}',
  evicted: '{{message}}',
  nodeLost: '{{message}}',
  autoscalerLimit: '{{message}}',
  autoscalerBlind: '{{message}}',
  rolloutStuck: '{{message}}',
  terminating: '{{message}}',
  other: '{{message}}',
  rollingOut: 'Rolling out, {{count}} to go',
  suspended: '{{message}}',
  deleting: '{{message}}',
  paused: '{{message}}',
  running: '{{message}}',
  zero: '{{message}}',
  leaving: '{{message}}',
  starting: '{{message}}',
  unready: '{{message}}',
} as const;

/** The sentences, in English the backend's own; a translation builds its own from the facts. */
export const problemMessages = {
  outOfMemoryOnce: '{{message}}',
  outOfMemory: '{{message}}',
  outOfMemoryOnNode: '{{message}}',
  crashAtStart: '{{message}}',
  crashStops: '{{message}}',
  crashed: '{{message}}',
  crashLoop: '{{message}}',
  crashLoopPlain: '{{message}}',
  imageAbsent: '{{message}}',
  imageRefused: '{{message}}',
  imageUnreachable: '{{message}}',
  imageUnknownHost: '{{message}}',
  imageThrottled: '{{message}}',
  imagePlatform: '{{message}}',
  imageNever: '{{message}}',
  imagePull: '{{message}}',
  imageName: '{{message}}',
  configKeyMissing: '{{message}}',
  configKeyOnly: '{{message}}',
  configNamed: '{{message}}',
  configMissing: '{{message}}',
  configNoPod: '{{message}}',
  startNetwork: '{{message}}',
  startCommand: '{{message}}',
  startDenied: '{{message}}',
  startPlatform: '{{message}}',
  startUser: '{{message}}',
  startRoot: '{{message}}',
  startHook: '{{message}}',
  containerStart: '{{message}}',
  nodesFull: '{{message}}',
  nodesCpuAsked: '{{message}}',
  nodesMemoryAsked: '{{message}}',
  nodesLack: '{{message}}',
  nodesKept: '{{message}}',
  nodesClosed: '{{message}}',
  nodesVolume: '{{message}}',
  nodesPorts: '{{message}}',
  nodesSpread: '{{message}}',
  nodesSelector: '{{message}}',
  nodesNone: '{{message}}',
  unschedulable: '{{message}}',
  quotaLimits: '{{message}}',
  quotaOf: '{{message}}',
  quota: '{{message}}',
  admissionSilent: '{{message}}',
  admissionBounds: '{{message}}',
  admissionBy: '{{message}}',
  admission: '{{message}}',
  notReadyStart: '{{message}}',
  notReadyCheck: '{{message}}',
  notReadyGate: '{{message}}',
  notReady: '{{message}}',
  livenessStart: '{{message}}',
  liveness: '{{message}}',
  volumeAttach: '{{message}}',
  volumeClaim: '{{message}}',
  volumeUnboundNamed: '{{message}}',
  volumeUnbound: '{{message}}',
  volumeNamed: '{{message}}',
  volume: '{{message}}',
  deadlineRollout: '{{message}}',
  deadline: '{{message}}',
  jobMemory: '{{message}}',
  jobFailedExit: '{{message}}',
  jobFailed: '{{message}}',
  jobRetryingMemory: '{{message}}',
  jobRetryingExit: '{{message}}',
  jobRetrying: '{{message}}',
  slowGated: '{{message}}',
  slowAtStart: '{{message}}',
  slowStart: '{{message}}',
  evictedShutdown: '{{message}}',
  evictedPreempted: '{{message}}',
  evictedDisk: '{{message}}',
  evictedFull: '{{message}}',
  evictedRefused: '{{message}}',
  evictedLow: '{{message}}',
  evicted: '{{message}}',
  nodeLost: '{{message}}',
  autoscalerLimit: '{{message}}',
  autoscalerScale: '{{message}}',
  autoscalerBlind: '{{message}}',
  rolloutStuck: '{{message}}',
  terminating: '{{message}}',
  other: '{{message}}',
} as const;

/** What a check got for an answer, behind its sentence. */
export const answerMessages = {
  status: ', HTTP {{status}}',
  refused: ', nothing listens',
  reset: ', the connection was cut',
  timeout: ', no answer in time',
  noRoute: ', no way to the pod',
  unhealthy: ', it says that it is not serving',
} as const;

/** What nodes and quotas count, by the cluster's words for it. */
export const resourceMessages = {
  cpu: 'CPU',
  memory: 'memory',
  pods: 'pods',
  ephemeralStorage: 'disk',
} as const;

/** What a person may do next about a problem; no word of it needs knowledge of Kubernetes. */
export const stepMessages = {
  memoryLimit:
    'See in its metrics what takes the memory, or give it more than {{limit}}',
  memoryNode:
    'State how much memory it needs, so that it gets a node that has it',
  atStart:
    'Open the log of {{container}}: the service starts only after it has succeeded',
  stops:
    'Check its start command: a service has to keep running, a task belongs in a job',
  command:
    'Check its start command: it calls a program that is not in the image',
  execute:
    'Check its start command: the file that it calls may not be executed',
  log: 'Open the previous log: its last lines mostly say why',
  checkLog:
    'See in the log why it does not answer; if it only takes long, give the check more time',
  imageBuilt:
    'See whether {{image}} was built and pushed, or release another version',
  imageRight:
    'Ask the platform team to let this cluster pull from {{registry}}',
  imageHost: 'Check the name of the registry {{registry}} in the release',
  imageWait:
    'Nothing at once: it is tried again by itself; if it lasts, ask the platform team',
  imagePlatform:
    'Build the image for the kind of processor that the nodes have',
  imageRegistry:
    'Ask the platform team whether {{registry}} can be reached from this cluster; it is tried again by itself',
  imageCheck: 'Check the name and version of the image in the release',
  imageName: 'Correct the name of the image in the release',
  configKey:
    'Add {{key}} to {{kind}} {{name}}, or correct the name in the release; it then starts by itself',
  configName:
    'Create {{kind}} {{name}}, or correct the name in the release; it then starts by itself',
  config: 'Check which settings the release refers to',
  network: 'Ask the platform team: the network of the node is not in order',
  startCommand:
    'Check the start command in the release against what the image holds',
  root: 'Build the image with a numbered user that is not root',
  hook: 'Check the command that the release runs right after the start',
  clusterWords:
    'See what the cluster says; where it speaks of the node, ask the platform team',
  room: 'Ask for less, or ask the platform team for more room; it starts as soon as there is some',
  wait: 'Wait for the end of the maintenance, or ask the platform team',
  placement: 'Check in the release on which nodes it may run',
  spread:
    'Ask for fewer pods, or loosen the rule in the release for spreading them',
  port: 'Do not ask for a port of the node, or for fewer pods',
  platform: 'Ask the platform team which nodes it may have',
  quotaState: 'State {{resource}} in the release',
  quota:
    'Use less in this environment, or ask the platform team to raise the quota',
  admissionSilent:
    'Ask the platform team: until that service answers, no new pod can be made',
  bounds: 'Ask for {{resource}} within {{bound}} in the release',
  policy:
    'Change in the release what the policy objects to; the cluster’s message names it',
  gate: 'Wait for the load balancer to let it in; if that lasts, ask the platform team',
  ready: 'See in its log what it waits for; it gets no requests until then',
  claim: 'Create volume claim {{claim}}, or correct the name in the release',
  attach:
    'Wait some minutes: a disk may still hang on its former node; then ask the platform team',
  storage: 'Ask the platform team about the storage',
  deadlineRollout:
    'See below which pods do not get ready, or go back to the version before',
  deadline: 'See in its log what takes so long, or allow it more time',
  jobLog: 'Open the log of the last try',
  jobWait:
    'Nothing yet: it tries again by itself; the log of the failed try says why',
  slowGated: 'Ask the platform team what holds it back',
  slowAtStart: 'Open the log of {{container}} and see what it is at',
  slowStart:
    'See its events: a large image takes long; else ask the platform team',
  evictedShutdown: 'Nothing: another takes its place',
  evictedRefused:
    'Nothing for one; if it happens again and again, ask the platform team',
  evictedDisk:
    'See what it writes to the disk, or give it a larger limit for that in the release',
  evictedFull:
    'Nothing for one; if it happens again and again, ask the platform team',
  evicted:
    'Nothing for one; if it happens again, state in the release how much it needs',
  node: 'Wait some minutes, its pods are moved by themselves; then ask the platform team about node {{node}}',
  maximum: 'Raise the maximum of {{max}} if it should carry more',
  scale: 'Check what the autoscaler points to',
  metrics:
    'State in the release how much CPU and memory it needs; else ask the platform team about the metrics',
  stuck:
    'See why {{pod}} is not ready, or go back to the version before and delete that pod',
  terminating: 'Wait for its node; if it stays, ask the platform team',
  other: 'See what the cluster says, and ask the platform team',
} as const;
