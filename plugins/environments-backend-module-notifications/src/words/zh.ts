import { Operation } from '@domaindeck/backstage-plugin-environments-common';
import { ReasonCode, Words } from './types';

const STOPPED: Readonly<Record<Operation, string>> = {
  create: '未能创建',
  update: '未能修改',
  sleep: '未能休眠',
  wake: '未能唤醒',
  delete: '未能删除',
};

const REASONS: Readonly<Record<ReasonCode, string>> = {
  queueing: '排队时间过长。',
  pulling: '加载时间过长。',
  starting: '已启动，但一直没有响应。',
  crashing: '反复崩溃。',
  'image-missing': '没有所选的版本。',
  'no-room': '目前没有空间。',
  quota: '所需超出了所选规格。',
  refused: '被拒绝。',
  'missing-config': '缺少一项设置。',
  waiting: '等待时间过长。',
  blocked: '被阻塞。',
  unreachable: '运行它的地方没有响应。',
  unknown: '',
};

const UNITS = { day: '天', hour: '小时', minute: '分钟' } as const;

export const zh: Words = {
  locale: 'zh-CN',
  space: '',
  ready(name, operation) {
    switch (operation) {
      case 'update':
        return `${name} 已修改并就绪`;
      case 'wake':
        return `${name} 已唤醒`;
      default:
        return `${name} 已就绪`;
    }
  },
  stopped: (name, operation) => `${name} ${STOPPED[operation]}`,
  ends: (name, span) => `${name} 将于${span}后到期`,
  answers: (domain, url) => `${domain} 的环境，访问地址：${url} 。`,
  runs: domain => `${domain} 的环境正在运行。`,
  endsOn: time => `到期时间：${time}。`,
  thenDeleted: (domain, time) =>
    `${domain} 的环境到期时间：${time}。到期后其中的一切都会被删除；可以在环境页面延长。`,
  reason: code => REASONS[code] ?? '',
  of: (service, reason) => `${service}：${reason}`,
  way: operation =>
    operation === 'delete'
      ? '每隔几分钟会自动重试；环境页面写明了受阻的原因。'
      : '环境页面写明了原始原因和后续办法。',
  span: (n, unit) => `${n} ${UNITS[unit]}`,
};
