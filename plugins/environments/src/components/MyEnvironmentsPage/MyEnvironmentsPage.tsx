import { Content, Header, Page } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PermissionsOff } from '@domaindeck/backstage-plugin-workloads-react';
import { environmentsTranslationRef } from '../../translation';
import { MyEnvironments } from './MyEnvironments';

/** The environments of the reader in all domains. */
export function MyEnvironmentsPage(): JSX.Element {
  const { t } = useTranslationRef(environmentsTranslationRef);
  return (
    <Page themeId="tool">
      <Header title={t('list.page.title')} subtitle={t('list.page.subtitle')} />
      <Content>
        <PermissionsOff />
        <MyEnvironments />
      </Content>
    </Page>
  );
}
