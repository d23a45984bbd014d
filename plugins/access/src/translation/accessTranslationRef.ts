import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { flattenMessages } from '@domaindeck/backstage-plugin-workloads-react';
import { auditMessages } from './audit';
import { grantsMessages } from './grants';
import { rightsMessages } from './rights';

/**
 * All texts of the plugin, in English, with Chinese (`zh`) built in. An app offers Chinese by naming `zh` in its list of
 * languages; it replaces single words, or adds a language, with a translation resource for this ref.
 * @public
 */
export const accessTranslationRef = createTranslationRef({
  id: 'plugin.access',
  messages: {
    rights: rightsMessages,
    grants: grantsMessages,
    audit: auditMessages,
  },
  translations: {
    zh: async () => {
      const { messagesZh } = await import('./messagesZh');
      return { default: flattenMessages<typeof messagesZh>(messagesZh) };
    },
  },
});
