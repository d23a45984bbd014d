import { causesMessagesZh } from './causesZh';
import { TranslationOf } from './flattenMessages';
import { logsMessagesZh } from './logsZh';
import { metricsMessagesZh } from './metricsZh';
import {
  answerMessagesZh,
  problemMessagesZh,
  reasonMessagesZh,
  resourceMessagesZh,
  stepMessagesZh,
} from './problemsZh';
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
  reason: reasonMessagesZh,
  problem: problemMessagesZh,
  answer: answerMessagesZh,
  resource: resourceMessagesZh,
  step: stepMessagesZh,
  logs: logsMessagesZh,
  metrics: metricsMessagesZh,
};
