import { auditMessagesZh } from './auditZh';
import { grantsMessagesZh } from './grantsZh';
import { rightsMessagesZh } from './rightsZh';

/** All texts in Chinese, by the part of the tab in which they stand. */
export const messagesZh = {
  rights: rightsMessagesZh,
  grants: grantsMessagesZh,
  audit: auditMessagesZh,
};
