import { commonMessagesZh } from './commonZh';
import { detailMessagesZh } from './detailZh';
import { dialogsMessagesZh } from './dialogsZh';
import { formMessagesZh } from './formZh';
import { listMessagesZh } from './listZh';
import { progressMessagesZh } from './progressZh';
import { versionsMessagesZh } from './versionsZh';
import { warningMessagesZh } from './warningsZh';

/** All texts in Chinese, by the screen on which they stand. */
export const messagesZh = {
  common: commonMessagesZh,
  list: listMessagesZh,
  form: formMessagesZh,
  versions: versionsMessagesZh,
  warning: warningMessagesZh,
  progress: progressMessagesZh,
  detail: detailMessagesZh,
  dialogs: dialogsMessagesZh,
};
