import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { flattenMessages } from '@domaindeck/backstage-plugin-workloads-react';
import { clustersMessages } from './clusters';
import { overviewMessages } from './overview';
import { panelMessages } from './panel';
import { workloadsMessages } from './workloads';

/**
 * All texts of the plugin, in English, with Chinese (`zh`) built in. An app offers Chinese by naming `zh` in its list of
 * languages; it replaces single words, or adds a language, with a translation resource for this ref.
 * @public
 */
export const workloadsTranslationRef = createTranslationRef({
  id: 'plugin.workloads',
  messages: {
    workloads: workloadsMessages,
    panel: panelMessages,
    clusters: clustersMessages,
    overview: overviewMessages,
  },
  translations: {
    zh: async () => {
      const { messagesZh } = await import('./messagesZh');
      return { default: flattenMessages<typeof messagesZh>(messagesZh) };
    },
  },
});
