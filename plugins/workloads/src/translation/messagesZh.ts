import { clustersMessagesZh } from './clustersZh';
import { overviewMessagesZh } from './overviewZh';
import { panelMessagesZh } from './panelZh';
import { workloadsMessagesZh } from './workloadsZh';

/** All texts in Chinese, by the screen on which they stand. */
export const messagesZh = {
  workloads: workloadsMessagesZh,
  panel: panelMessagesZh,
  clusters: clustersMessagesZh,
  overview: overviewMessagesZh,
};
