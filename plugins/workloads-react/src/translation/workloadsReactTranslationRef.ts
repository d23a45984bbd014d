import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { flattenMessages } from './flattenMessages';
import { messages } from './messages';

/**
 * Words that every screen of the suite shares, in English, with Chinese (`zh`) built in. An app offers a language by
 * naming it in its own list of languages; it replaces single words with a translation resource for this ref.
 * @public
 */
export const workloadsReactTranslationRef = createTranslationRef({
  id: 'plugin.workloads-react',
  messages,
  translations: {
    zh: async () => {
      const { messagesZh } = await import('./messagesZh');
      return { default: flattenMessages<typeof messagesZh>(messagesZh) };
    },
  },
});
