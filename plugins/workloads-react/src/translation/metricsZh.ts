import { TranslationOf } from './flattenMessages';
import { metricsMessages } from './metrics';

/** Texts of charts and what stands around them, in Chinese. */
export const metricsMessagesZh: TranslationOf<typeof metricsMessages> = {
  panel: {
    requests: '请求',
    errors: '错误',
    latency: '延迟',
    cpu: 'CPU 用量',
    memory: '内存',
    throttling: '限流',
    restarts: '重启',
    replicas: '副本',
    network: '网络',
    disk: '磁盘',
    volumes: '存储卷',
    quota: '配额',
  },
  unit: {
    perSecond: '每秒',
    cores: '核',
    count: '个',
  },
  line: {
    busiest: '最忙的 Pod',
    median: 'Pod 中位数',
    request: '请求值',
    limit: '上限',
    usage: '使用',
    rss: '常驻内存',
    throttled: '被限流',
    restarts: '重启',
    oom: '内存不足',
    receive: '接收',
    transmit: '发送',
    read: '读取',
    write: '写入',
    desired: '期望',
    pods: '现有',
    ready: '就绪',
    hard: '配额',
    used: '已用',
  },
  chart: {
    label: '{{panel}}随时间变化；方向键可逐点朗读',
    mute: '隐藏 {{name}}',
    show: '显示 {{name}}',
    none: '无数据',
    table: '表格形式',
    chart: '图表形式',
    csv: '下载 CSV',
    time: '时间',
  },
  tab: {
    service: '服务',
    environment: '环境',
    all: '全部',
    show: '显示',
    overview: '最忙与中位数',
    each: '每个 Pod',
    time: '重新查询',
    sampled:
      '最多显示最近一小时，数据来自 {{clusters}} 自身：有人查看时才会测量。',
    asOf: '{{cluster}}：截至 {{time}}',
    notShown: '未显示：{{count}} 个面板没有数据',
    notShownText:
      '这些集群没有测量它们的来源。Prometheus 之类的存储能保留更多、更久的数据。',
    failing: '{{cluster}} 没有指标：{{reason}}',
    remedy: '如何添加来源',
  },
  states: {
    noSource: {
      title: '暂无指标',
      text: '这些集群都不测量 Pod 的使用量。状态、事件和日志可正常使用。',
    },
    noRight: {
      title: '您可以查看此处，但不能查看指标',
      text: '请向业务域负责人申请带有指标权限的角色。',
    },
    absent: {
      title: '这里没有您可以查看的内容',
      text: '可能没有任何运行实例，也可能您无权查看。',
    },
    lost: {
      title: '目前无法读取指标',
      text: '门户没有回应。重试时会再次查询。',
    },
    loading: '正在加载图表',
    empty: '这段时间内没有测得数据',
    failed: '没有回应',
    again: '重试',
  },
};
