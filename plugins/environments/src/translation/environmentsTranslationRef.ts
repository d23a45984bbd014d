import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { flattenMessages } from '@domaindeck/backstage-plugin-workloads-react';
import { commonMessages } from './common';
import { detailMessages } from './detail';
import { dialogsMessages } from './dialogs';
import { formMessages } from './form';
import { listMessages } from './list';
import { progressMessages } from './progress';
import { versionsMessages } from './versions';
import { warningMessages } from './warnings';

/** All texts in English, by the screen on which they stand. */
export const environmentsMessages = {
  common: commonMessages,
  list: listMessages,
  form: formMessages,
  versions: versionsMessages,
  warning: warningMessages,
  progress: progressMessages,
  detail: detailMessages,
  dialogs: dialogsMessages,
};

/**
 * All texts of the plugin, in English, with Chinese (`zh`) built in. An app offers Chinese by naming `zh` in its list of
 * languages; it replaces single words, or adds a language, with a translation resource for this ref.
 * @public
 */
export const environmentsTranslationRef = createTranslationRef({
  id: 'plugin.environments',
  messages: environmentsMessages,
  translations: {
    zh: async () => {
      const { messagesZh } = await import('./messagesZh');
      return { default: flattenMessages<typeof messagesZh>(messagesZh) };
    },
  },
});
