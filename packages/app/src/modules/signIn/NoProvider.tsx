import { Content, EmptyState, Page } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { signInTranslationRef } from './translation';

/** A portal outside development whose sign-in is not set up: nobody may enter, and whoever runs it is told what to add. */
export function NoProvider() {
  const { t } = useTranslationRef(signInTranslationRef);
  return (
    <Page themeId="home">
      <Content>
        <EmptyState
          missing="info"
          title={t('noProvider.title')}
          description={t('noProvider.text')}
        />
      </Content>
    </Page>
  );
}
