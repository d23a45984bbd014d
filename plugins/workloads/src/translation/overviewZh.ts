import { TranslationOf } from '@domaindeck/backstage-plugin-workloads-react';
import { overviewMessages } from './overview';

/** Chinese; both plural forms are alike, because Chinese has one. */
export const overviewMessagesZh: TranslationOf<typeof overviewMessages> = {
  health: {
    title: '各环境健康状态',
    all: '工作负载',
    loading: '正在加载健康状态',
    none: '这里还没有运行的服务',
    noEnvironment: '这里没有对您开放的环境',
    failed: '暂时无法读取健康状态',
    grid: '环境与服务',
    environment: '环境',
    restRunning_one: '另有 {{count}} 个服务，运行中',
    restRunning_other: '另有 {{count}} 个服务，均在运行',
    restMixed_one: '另有 {{count}} 个服务',
    restMixed_other: '另有 {{count}} 个服务',
    inEnvironment: '{{environment}}中的 {{name}}',
    since: '{{time}} 起',
    sentence: '· {{environment}}：{{sentence}}',
    more_one: '另有 {{count}} 个需要处理',
    more_other: '另有 {{count}} 个需要处理',
  },
  changes: {
    title: '最近变更',
    all: '全部',
    loading: '正在加载变更',
    none: '集群记录中没有发布或扩缩容',
    refused: '这里没有对您开放的变更',
    failed: '暂时无法读取变更',
    partial: '不含没有响应的 {{clusters}}',
    partialMany: '不含没有响应的 {{clusters}}',
    join: '、',
    image: '{{container}} {{from}} → {{to}}',
    imageNew: '{{container}} {{to}}',
    by: '操作者 {{who}}',
    retry: '重试',
  },
  change: {
    release: {
      running: '正在{{environment}}发布 {{to}}',
      done: '已在{{environment}}发布 {{to}}',
      failed: '在{{environment}}发布 {{to}} 失败',
    },
    rollback: {
      running: '正在{{environment}}回退到 {{to}}',
      done: '已在{{environment}}回退到 {{to}}',
      failed: '在{{environment}}回退到 {{to}} 失败',
    },
    restart: {
      running: '正在{{environment}}重启',
      done: '已在{{environment}}重启',
      failed: '在{{environment}}重启失败',
    },
    configuration: {
      running: '正在{{environment}}应用新配置',
      done: '已在{{environment}}应用新配置',
      failed: '在{{environment}}应用新配置失败',
    },
    scaling: {
      running: '正在{{environment}}把副本数从 {{from}} 改为 {{to}}',
      done: '已在{{environment}}把副本数从 {{from}} 改为 {{to}}',
      failed: '在{{environment}}把副本数从 {{from}} 改为 {{to}} 失败',
    },
    scalingTo: {
      running: '正在{{environment}}把副本数改为 {{to}}',
      done: '已在{{environment}}把副本数改为 {{to}}',
      failed: '在{{environment}}把副本数改为 {{to}} 失败',
    },
  },
};
