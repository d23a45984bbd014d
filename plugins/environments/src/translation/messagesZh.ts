import { commonMessagesZh } from './commonZh';
import { formMessagesZh } from './formZh';
import { listMessagesZh } from './listZh';
import { warningMessagesZh } from './warningsZh';

/** All texts in Chinese, by the screen on which they stand. */
export const messagesZh = {
  common: commonMessagesZh,
  list: listMessagesZh,
  form: formMessagesZh,
  warning: warningMessagesZh,
};
