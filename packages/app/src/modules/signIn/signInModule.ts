import {
  createFrontendModule,
  createTranslationResource,
} from '@backstage/frontend-plugin-api';
import {
  SignInPageBlueprint,
  TranslationBlueprint,
} from '@backstage/plugin-app-react';
import { signInTranslationRef } from './translation';

const signInPage = SignInPageBlueprint.make({
  params: {
    loader: async () => (await import('./DemoSignInPage')).DemoSignInPage,
  },
});

const signInTranslations = TranslationBlueprint.make({
  name: 'sign-in',
  params: {
    resource: createTranslationResource({
      ref: signInTranslationRef,
      translations: { zh: () => import('./translationZh') },
    }),
  },
});

/** Signing in to the demo. */
export const signInModule = createFrontendModule({
  pluginId: 'app',
  extensions: [signInPage, signInTranslations],
});
