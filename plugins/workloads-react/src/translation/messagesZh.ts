import { causesMessagesZh } from './causesZh';
import { TranslationOf } from './flattenMessages';
import { logsMessagesZh } from './logsZh';
import { metricsMessagesZh } from './metricsZh';
import { messages } from './messages';

/** Chinese. Names of services and clusters stay as they are; a space stands between Latin and Han. */
export const messagesZh: TranslationOf<typeof messages> = {
  state: {
    healthy: '运行中',
    progressing: '发布中',
    degraded: '降级',
    failed: '异常',
    suspended: '已暂停',
    unknown: '最后已知状态',
    asleep: '休眠',
    silent: '重连中',
    noRight: '无权限',
    denied: '门户被拒绝',
    none: '未部署',
  },
  permissionsOff: {
    label: '权限控制已关闭',
    text: '此门户的权限控制已关闭：所有人都能查看并操作这里的一切。',
  },
  copy: {
    done: '已复制',
    refused: '浏览器不允许复制',
  },
  age: {
    now: '刚刚',
    minutes: '{{n}} 分钟',
    hours: '{{n}} 小时',
    days: '{{n}} 天',
  },
  tier: {
    development: '开发',
    testing: '测试',
    preProduction: '预发布',
    production: '生产',
    partner: '合作方',
  },
  cluster: {
    comma: '，',
    connecting: '连接中',
    lastSeen: '最后在线 {{time}}，重连中',
    neverSeen: '尚无响应，重连中',
    refused: '拒绝门户访问',
    catchingUp: '正在同步',
    silentSince: '自 {{time}} 起无响应',
    silentAlways: '尚未响应',
    refuses: '拒绝门户访问：{{reason}}',
    nextTry: '{{seconds}} 秒后重试',
    tryingNow: '正在重试',
  },
  cause: causesMessagesZh,
  partialFailure: {
    label: '无响应的集群',
    tryNow: '立即重试',
    allSilent: '自 {{time}} 起所有集群均无响应。',
    allSilentAlways: '所有集群均无响应。',
    network: '看起来是门户自身的网络问题，而不是您的服务。',
    nextTry: '{{seconds}} 秒后重试。',
  },
  reason: {
    outOfMemory: '内存不足，反复重启',
    crashLoop: '反复崩溃',
    imagePull: '镜像拉取失败',
    imageName: '镜像名称有误',
    configMissing: '缺少配置',
    containerStart: '容器无法启动',
    unschedulable: '没有节点可容纳',
    quota: '配额已用完',
    admission: '被策略拒绝',
    notReady: '未就绪',
    liveness: '存活检查失败，已重启',
    volume: '存储卷不可用',
    deadline: '发布超过期限',
    jobFailed: '最近一次运行失败',
    evicted: '被节点驱逐',
    nodeLost: '节点无响应',
    autoscalerLimit: '已达自动伸缩上限',
    autoscalerBlind: '自动伸缩缺少指标',
    rolloutStuck: '发布停滞',
    terminating: '无法结束',
    rollingOut: '发布中，还剩 {{n}} 个',
  },
  problem: {
    outOfMemory:
      '{{total}} 个 Pod 中有 {{pods}} 个反复崩溃：内存达到 {{limit}} 上限',
    outOfMemoryOnNode:
      '{{total}} 个 Pod 中有 {{pods}} 个反复崩溃：节点内存不足，自身未设上限',
    crashLoop: '{{total}} 个 Pod 中有 {{pods}} 个反复崩溃，退出码 {{exitCode}}',
    crashLoopPlain: '{{total}} 个 Pod 中有 {{pods}} 个反复崩溃',
    imageAbsent:
      '{{total}} 个 Pod 中有 {{pods}} 个无法启动：镜像仓库中没有 {{image}}',
    imageRefused:
      '{{total}} 个 Pod 中有 {{pods}} 个无法启动：镜像仓库拒绝该集群拉取 {{image}}',
    imageUnreachable:
      '{{total}} 个 Pod 中有 {{pods}} 个无法启动：{{image}} 的镜像仓库没有响应',
    imageThrottled:
      '{{total}} 个 Pod 中有 {{pods}} 个无法启动：镜像仓库限制了 {{image}} 的拉取次数',
    imagePlatform:
      '{{total}} 个 Pod 中有 {{pods}} 个无法启动：{{image}} 不适用于这类节点',
    imagePull:
      '{{total}} 个 Pod 中有 {{pods}} 个无法启动：无法拉取镜像 {{image}}',
    imageName:
      '{{total}} 个 Pod 中有 {{pods}} 个无法启动：镜像名称 {{image}} 有误',
    configKeyMissing:
      '{{total}} 个 Pod 中有 {{pods}} 个无法启动：{{name}} 中缺少 {{key}}',
    configNamed:
      '{{total}} 个 Pod 中有 {{pods}} 个无法启动：缺少 {{kind}} {{name}}',
    configMissing: '{{total}} 个 Pod 中有 {{pods}} 个无法启动：缺少配置',
    containerStart:
      '{{total}} 个 Pod 中有 {{pods}} 个无法启动：容器 {{container}} 起不来',
    unschedulable: '{{total}} 个 Pod 中有 {{pods}} 个无法启动：没有节点可容纳',
    quota: '{{pods}} 个 Pod 无法创建：配额 {{quota}} 不允许',
    admissionBy: '{{pods}} 个 Pod 无法创建：被 {{policy}} 拒绝',
    admission: '{{pods}} 个 Pod 无法创建：被集群策略拒绝',
    notReadyCheck: '{{total}} 个 Pod 中有 {{pods}} 个在运行，但未通过就绪检查',
    notReady: '{{total}} 个 Pod 中有 {{pods}} 个未就绪',
    liveness: '{{total}} 个 Pod 中有 {{pods}} 个不断重启：存活检查失败',
    volumeNamed:
      '{{total}} 个 Pod 中有 {{pods}} 个无法启动：存储卷 {{volume}} 不可用',
    volume: '{{total}} 个 Pod 中有 {{pods}} 个无法启动：存储卷不可用',
    deadlineRollout: '发布没有进展：{{total}} 个 Pod 中已更新 {{updated}} 个',
    deadline: '运行时间超过期限',
    jobFailedExit: '尝试 {{tries}} 次后运行失败，退出码 {{exitCode}}',
    jobFailed: '尝试 {{tries}} 次后运行失败',
    evicted: '{{pods}} 个 Pod 被节点驱逐',
    nodeLost: '{{total}} 个 Pod 中有 {{pods}} 个失联：节点 {{node}} 没有响应',
    autoscalerLimit: '自动伸缩已达上限 {{max}} 个 Pod',
    autoscalerBlind: '自动伸缩没有指标，停留在 {{current}} 个 Pod',
    rolloutStuck:
      '发布停滞，等待未就绪的 Pod：{{total}} 个 Pod 中已更新 {{updated}} 个',
    terminating: '{{pods}} 个 Pod 未能按时结束',
  },
  logs: logsMessagesZh,
  metrics: metricsMessagesZh,
};
