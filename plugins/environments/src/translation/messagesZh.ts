import { commonMessagesZh } from './commonZh';
import { listMessagesZh } from './listZh';

/** All texts in Chinese, by the screen on which they stand. */
export const messagesZh = {
  common: commonMessagesZh,
  list: listMessagesZh,
};
