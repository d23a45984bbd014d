import {
  answerMessages,
  problemMessages,
  reasonMessages,
  resourceMessages,
  stepMessages,
} from './problems';

type Texts<T> = Record<keyof T, string>;

/** The Chinese cells. */
export const reasonMessagesZh: Texts<typeof reasonMessages> = {
  outOfMemoryOnce: '内存不足',
  outOfMemory: '内存不足，反复重启',
  crashAtStart: '启动阶段失败，重试中',
  crashed: '已崩溃',
  crashLoop: '反复崩溃',
  imagePull: '镜像拉取失败',
  imageName: '镜像名称有误',
  configMissing: '缺少配置',
  containerStart: '容器无法启动',
  unschedulable: '没有节点可容纳',
  noNodeFits: '没有合适的节点',
  quotaLimits: '配额要求写明用量',
  quota: '配额已用完',
  bounds: '超出允许范围',
  admission: '被策略拒绝',
  readyCheck: '就绪检查失败',
  notReady: '未就绪',
  liveness: '检查失败，反复重启',
  volumeMount: '存储卷无法挂载',
  volume: '存储卷不可用',
  deadline: '发布没有进展',
  outOfTime: '运行超时',
  runFailed: '最近一次运行失败',
  jobFailed: '任务失败',
  jobRetrying: '失败过，重试中',
  slowStart: '迟迟没有启动',
  evictedRefused: '被节点拒绝',
  evicted: '被节点驱逐',
  nodeLost: '节点无响应',
  autoscalerLimit: '已达自动伸缩上限',
  autoscalerBlind: '自动伸缩缺少指标',
  rolloutStuck: '发布停滞',
  terminating: '无法按时结束',
  other: '受阻：{{reason}}',
  suspended: '已暂停',
  deleting: '正在删除',
  paused: '发布已暂停',
  running: '运行中，还剩 {{count}} 个',
  zero: '已缩容到零',
  rollingOut: '发布中，还剩 {{count}} 个',
  leaving: '发布中，旧 Pod 正在结束',
  starting: '启动中，还剩 {{count}} 个',
  unready: '{{total}} 个中有 {{count}} 个未就绪',
};

/** The Chinese sentences. */
export const problemMessagesZh: Texts<typeof problemMessages> = {
  outOfMemoryOnce:
    '{{total}} 个 Pod 中有 {{pods}} 个崩溃：内存达到 {{limit}} 上限',
  outOfMemory:
    '{{total}} 个 Pod 中有 {{pods}} 个反复崩溃：内存达到 {{limit}} 上限',
  outOfMemoryOnNode:
    '{{total}} 个 Pod 中有 {{pods}} 个反复崩溃：节点内存不足，自身未设上限',
  crashAtStart:
    '{{total}} 个 Pod 中有 {{pods}} 个无法启动：启动阶段的 {{container}} 一直失败',
  crashStops: '{{total}} 个 Pod 中有 {{pods}} 个反复自行退出，退出码 0',
  crashed: '{{total}} 个 Pod 中有 {{pods}} 个已崩溃，退出码 {{exitCode}}',
  crashLoop: '{{total}} 个 Pod 中有 {{pods}} 个反复崩溃，退出码 {{exitCode}}',
  crashLoopPlain: '{{total}} 个 Pod 中有 {{pods}} 个反复崩溃',
  imageAbsent:
    '{{total}} 个 Pod 中有 {{pods}} 个无法启动：镜像仓库中没有 {{image}}',
  imageRefused:
    '{{total}} 个 Pod 中有 {{pods}} 个无法启动：镜像仓库拒绝该集群拉取 {{image}}',
  imageUnreachable:
    '{{total}} 个 Pod 中有 {{pods}} 个无法启动：{{image}} 的镜像仓库没有响应',
  imageUnknownHost:
    '{{total}} 个 Pod 中有 {{pods}} 个无法启动：找不到 {{image}} 的镜像仓库 {{registry}}',
  imageThrottled:
    '{{total}} 个 Pod 中有 {{pods}} 个无法启动：镜像仓库限制了 {{image}} 的拉取次数',
  imagePlatform:
    '{{total}} 个 Pod 中有 {{pods}} 个无法启动：{{image}} 不适用于这类节点',
  imageNever:
    '{{total}} 个 Pod 中有 {{pods}} 个无法启动：节点上没有 {{image}}，且不允许拉取',
  imagePull:
    '{{total}} 个 Pod 中有 {{pods}} 个无法启动：无法拉取镜像 {{image}}',
  imageName:
    '{{total}} 个 Pod 中有 {{pods}} 个无法启动：镜像名称 {{image}} 有误',
  configKeyMissing:
    '{{total}} 个 Pod 中有 {{pods}} 个无法启动：{{kind}} {{name}} 中缺少 {{key}}',
  configKeyOnly:
    '{{total}} 个 Pod 中有 {{pods}} 个无法启动：{{kind}} 中缺少 {{key}}',
  configNamed:
    '{{total}} 个 Pod 中有 {{pods}} 个无法启动：缺少 {{kind}} {{name}}',
  configMissing: '{{total}} 个 Pod 中有 {{pods}} 个无法启动：缺少配置',
  configNoPod: '无法创建 Pod：缺少 {{kind}} {{name}}',
  startNetwork:
    '{{total}} 个 Pod 中有 {{pods}} 个无法启动：节点无法为它准备网络',
  startCommand:
    '{{total}} 个 Pod 中有 {{pods}} 个无法启动：镜像中没有容器 {{container}} 的启动命令',
  startDenied:
    '{{total}} 个 Pod 中有 {{pods}} 个无法启动：容器 {{container}} 的启动命令没有执行权限',
  startPlatform:
    '{{total}} 个 Pod 中有 {{pods}} 个无法启动：容器 {{container}} 的镜像不适用于这类节点',
  startUser:
    '{{total}} 个 Pod 中有 {{pods}} 个无法启动：容器 {{container}} 的镜像没有用数字写明运行用户，而这里要求写明',
  startRoot:
    '{{total}} 个 Pod 中有 {{pods}} 个无法启动：容器 {{container}} 的镜像以 root 运行，而这里不允许',
  startHook:
    '{{total}} 个 Pod 中有 {{pods}} 个无法启动：容器 {{container}} 的启动钩子失败',
  containerStart:
    '{{total}} 个 Pod 中有 {{pods}} 个无法启动：容器 {{container}} 起不来',
  nodesFull:
    '{{total}} 个 Pod 中有 {{pods}} 个在等待节点：{{nodesTotal}} 个节点中有 {{nodes}} 个已满',
  nodesCpuAsked:
    '{{total}} 个 Pod 中有 {{pods}} 个在等待节点：{{nodesTotal}} 个节点中有 {{nodes}} 个 CPU 不足，每个 Pod 申请 {{asked}} 核',
  nodesMemoryAsked:
    '{{total}} 个 Pod 中有 {{pods}} 个在等待节点：{{nodesTotal}} 个节点中有 {{nodes}} 个内存不足，每个 Pod 申请 {{asked}}',
  nodesLack:
    '{{total}} 个 Pod 中有 {{pods}} 个在等待节点：{{nodesTotal}} 个节点中有 {{nodes}} 个 {{resource}} 不足',
  nodesKept:
    '{{total}} 个 Pod 中有 {{pods}} 个在等待节点：{{nodesTotal}} 个节点中有 {{nodes}} 个留给其他用途',
  nodesClosed:
    '{{total}} 个 Pod 中有 {{pods}} 个在等待节点：{{nodesTotal}} 个节点中有 {{nodes}} 个在维护中',
  nodesVolume:
    '{{total}} 个 Pod 中有 {{pods}} 个在等待节点：{{nodesTotal}} 个节点中有 {{nodes}} 个够不到它的存储卷',
  nodesPorts:
    '{{total}} 个 Pod 中有 {{pods}} 个在等待节点：{{nodesTotal}} 个节点中有 {{nodes}} 个的端口已被占用',
  nodesSpread:
    '{{total}} 个 Pod 中有 {{pods}} 个在等待节点：分布规则排除了 {{nodesTotal}} 个节点中的 {{nodes}} 个',
  nodesSelector:
    '{{total}} 个 Pod 中有 {{pods}} 个在等待节点：节点选择条件排除了 {{nodesTotal}} 个节点中的 {{nodes}} 个',
  nodesNone: '{{total}} 个 Pod 中有 {{pods}} 个在等待节点：集群里没有节点',
  unschedulable: '{{total}} 个 Pod 中有 {{pods}} 个在等待节点：没有合适的节点',
  quotaLimits: '{{pods}} 个 Pod 无法创建：配额 {{quota}} 要求写明 {{resource}}',
  quotaOf: '{{pods}} 个 Pod 无法创建：配额 {{quota}} 的 {{resource}} 已用完',
  quota: '{{pods}} 个 Pod 无法创建：配额 {{quota}} 已用完',
  admissionSilent: '{{pods}} 个 Pod 无法创建：要先询问的 {{policy}} 没有响应',
  admissionBounds:
    '{{pods}} 个 Pod 无法创建：{{resource}} 超出允许范围 {{bound}}',
  admissionBy: '{{pods}} 个 Pod 无法创建：被 {{policy}} 拒绝',
  admission: '{{pods}} 个 Pod 无法创建：被集群策略拒绝',
  notReadyStart:
    '{{total}} 个 Pod 中有 {{pods}} 个在运行，但未通过启动检查{{why}}',
  notReadyCheck:
    '{{total}} 个 Pod 中有 {{pods}} 个在运行，但未通过就绪检查{{why}}',
  notReadyGate:
    '{{total}} 个 Pod 中有 {{pods}} 个在运行，但还没有被流量入口放行',
  notReady: '{{total}} 个 Pod 中有 {{pods}} 个在运行，但未就绪',
  livenessStart:
    '{{total}} 个 Pod 中有 {{pods}} 个不断重启：启动检查失败{{why}}',
  liveness: '{{total}} 个 Pod 中有 {{pods}} 个不断重启：存活检查失败{{why}}',
  volumeAttach:
    '{{total}} 个 Pod 中有 {{pods}} 个无法启动：存储卷 {{volume}} 无法连接到节点',
  volumeClaim:
    '{{total}} 个 Pod 中有 {{pods}} 个无法启动：存储卷声明 {{claim}} 不存在',
  volumeUnboundNamed:
    '{{total}} 个 Pod 中有 {{pods}} 个无法启动：存储卷声明 {{claim}} 还没有存储卷',
  volumeUnbound:
    '{{total}} 个 Pod 中有 {{pods}} 个无法启动：存储卷声明还没有存储卷',
  volumeNamed:
    '{{total}} 个 Pod 中有 {{pods}} 个无法启动：存储卷 {{volume}} 无法挂载',
  volume: '{{total}} 个 Pod 中有 {{pods}} 个无法启动：存储卷不可用',
  deadlineRollout: '发布没有进展：{{total}} 个 Pod 中已更新 {{updated}} 个',
  deadline: '运行时间超过期限',
  jobMemory: '尝试 {{tries}} 次后运行失败：内存不足',
  jobFailedExit: '尝试 {{tries}} 次后运行失败，退出码 {{exitCode}}',
  jobFailed: '尝试 {{tries}} 次后运行失败',
  jobRetryingMemory: '已失败 {{tries}} 次，正在重试：内存不足',
  jobRetryingExit: '已失败 {{tries}} 次，正在重试：退出码 {{exitCode}}',
  jobRetrying: '已失败 {{tries}} 次，正在重试',
  slowGated: '{{total}} 个 Pod 中有 {{pods}} 个已被暂缓调度 {{minutes}} 分钟',
  slowAtStart:
    '{{total}} 个 Pod 中有 {{pods}} 个在启动阶段的 {{container}} 停留了 {{minutes}} 分钟',
  slowStart: '{{total}} 个 Pod 中有 {{pods}} 个 {{minutes}} 分钟仍未启动',
  evictedShutdown: '{{pods}} 个 Pod 被节点驱逐：节点关机',
  evictedPreempted: '{{pods}} 个 Pod 被节点驱逐：让位给节点自身需要的 Pod',
  evictedDisk: '{{pods}} 个 Pod 被节点驱逐：写入磁盘的数据超出允许的量',
  evictedFull: '{{pods}} 个 Pod 被节点拒绝：节点的 {{resource}} 已用完',
  evictedRefused: '{{pods}} 个 Pod 被节点拒绝',
  evictedLow: '{{pods}} 个 Pod 被节点驱逐：节点的 {{resource}} 不足',
  evicted: '{{pods}} 个 Pod 被节点驱逐',
  nodeLost: '{{total}} 个 Pod 中有 {{pods}} 个失联：节点 {{node}} 没有响应',
  autoscalerLimit: '自动伸缩已达上限 {{max}} 个 Pod，还需要更多',
  autoscalerScale: '自动伸缩无法改变 Pod 的数量',
  autoscalerBlind: '自动伸缩没有指标，停留在 {{current}} 个 Pod',
  rolloutStuck:
    '发布停滞，等待未就绪的 Pod：{{total}} 个 Pod 中已更新 {{updated}} 个',
  terminating: '{{pods}} 个 Pod 未能按时结束',
  other: '{{total}} 个 Pod 中有 {{pods}} 个受阻：{{reason}}',
};

export const answerMessagesZh: Texts<typeof answerMessages> = {
  status: '，HTTP {{status}}',
  refused: '，没有程序在监听',
  reset: '，连接被中断',
  timeout: '，没有及时应答',
  noRoute: '，无法到达 Pod',
  unhealthy: '，自报不在服务',
};

export const resourceMessagesZh: Texts<typeof resourceMessages> = {
  cpu: 'CPU 资源',
  memory: '内存',
  pods: 'Pod 数量',
  ephemeralStorage: '磁盘空间',
};

/** The Chinese next steps. */
export const stepMessagesZh: Texts<typeof stepMessages> = {
  memoryLimit: '在指标页查看内存用在哪里，或把上限调到 {{limit}} 以上',
  memoryNode: '写明它需要多少内存，好让它分到够用的节点',
  atStart: '查看 {{container}} 的日志：它成功之后服务才会启动',
  stops: '检查启动命令：服务要一直运行，一次性的任务应做成 Job',
  command: '检查启动命令：它调用的程序不在镜像里',
  execute: '检查启动命令：它调用的文件没有执行权限',
  log: '打开上一次的日志，最后几行通常会说明原因',
  checkLog: '在日志中查看它为何没有应答；如果只是慢，就给检查更多时间',
  imageBuilt: '确认 {{image}} 已构建并推送，或发布另一个版本',
  imageRight: '请平台团队允许该集群从 {{registry}} 拉取',
  imageHost: '检查发布中镜像仓库 {{registry}} 的名称',
  imageWait: '暂时不用处理，会自动重试；若一直如此，请联系平台团队',
  imagePlatform: '按节点的处理器类型构建镜像',
  imageRegistry: '请平台团队确认该集群能否访问 {{registry}}；会自动重试',
  imageCheck: '检查发布中镜像的名称和版本',
  imageName: '在发布中更正镜像名称',
  configKey:
    '在 {{kind}} {{name}} 中加上 {{key}}，或在发布中更正名称；之后会自动启动',
  configName: '创建 {{kind}} {{name}}，或在发布中更正名称；之后会自动启动',
  config: '检查发布引用了哪些配置',
  network: '请联系平台团队：节点的网络有问题',
  startCommand: '对照镜像内容检查发布中的启动命令',
  root: '用非 root 的数字用户构建镜像',
  hook: '检查发布中启动后立即执行的命令',
  clusterWords: '查看集群给出的信息；若说的是节点，请联系平台团队',
  room: '减少申请量，或请平台团队扩容；一有空间就会启动',
  wait: '等待维护结束，或联系平台团队',
  placement: '检查发布中允许运行的节点',
  spread: '减少 Pod 数量，或放宽发布中的分布规则',
  port: '不要占用节点端口，或减少 Pod 数量',
  platform: '请平台团队确认它可以用哪些节点',
  quotaState: '在发布中写明 {{resource}}',
  quota: '减少该环境的用量，或请平台团队提高配额',
  admissionSilent: '请联系平台团队：在该服务恢复之前无法创建新的 Pod',
  bounds: '在发布中把 {{resource}} 调整到 {{bound}} 以内',
  policy: '按集群信息修改发布中不符合策略的地方',
  gate: '等待负载均衡放行；若一直如此，请联系平台团队',
  ready: '在日志中查看它在等什么；在此之前不会收到请求',
  claim: '创建存储卷声明 {{claim}}，或在发布中更正名称',
  attach: '等几分钟：磁盘可能还挂在原来的节点上；之后请联系平台团队',
  storage: '请联系平台团队检查存储',
  deadlineRollout: '在下方查看哪些 Pod 没有就绪，或回到上一个版本',
  deadline: '在日志中查看耗时原因，或延长期限',
  jobLog: '打开最后一次尝试的日志',
  jobWait: '暂时不用处理，会自动重试；失败那次的日志会说明原因',
  slowGated: '请平台团队确认是什么让它暂缓',
  slowAtStart: '打开 {{container}} 的日志，看它在做什么',
  slowStart: '查看事件：大镜像会很慢；否则请联系平台团队',
  evictedShutdown: '不用处理，会有新的 Pod 接替',
  evictedRefused: '偶发不用处理；若反复出现，请联系平台团队',
  evictedDisk: '查看它往磁盘写了什么，或在发布中调高上限',
  evictedFull: '偶发不用处理；若反复出现，请联系平台团队',
  evicted: '偶发不用处理；若再次出现，请在发布中写明用量',
  node: '等几分钟，Pod 会自动迁移；之后请联系平台团队检查节点 {{node}}',
  maximum: '如需承载更多，请调高上限 {{max}}',
  scale: '检查自动伸缩指向的目标',
  metrics: '在发布中写明需要的 CPU 和内存；否则请平台团队检查指标',
  stuck: '查看 {{pod}} 为何未就绪，或回到上一个版本并删除该 Pod',
  terminating: '等待节点处理；若一直存在，请联系平台团队',
  other: '查看集群给出的信息，并联系平台团队',
};
