import { Route, Routes, useResolvedPath } from 'react-router-dom';
import { useEntity } from '@backstage/plugin-catalog-react';
import { PermissionsOff } from '@domaindeck/backstage-plugin-workloads-react';
import { ChangeEnvironment, NewEnvironment } from '../EnvironmentForm';
import { EnvironmentList } from '../EnvironmentList';
import { EnvironmentPage } from '../EnvironmentPage';
import { NamedEnvironment } from '../parts/named';
import { TabBase } from '../parts/TabBase';

/** Everything of self-service environments on the page of a domain: the list, the form, and the page of each. */
export function EnvironmentsTab(): JSX.Element {
  const { entity } = useEntity();
  const { pathname } = useResolvedPath('.');
  return (
    <TabBase path={pathname}>
      <PermissionsOff />
      <Routes>
        <Route index element={<EnvironmentList />} />
        <Route path="new" element={<NewEnvironment />} />
        <Route path=":name" element={<EnvironmentPage />} />
        <Route
          path=":name/change"
          element={
            <NamedEnvironment>
              {({ record }) => (
                <ChangeEnvironment
                  record={record}
                  name={entity.metadata.name}
                />
              )}
            </NamedEnvironment>
          }
        />
        <Route path="*" element={<EnvironmentList />} />
      </Routes>
    </TabBase>
  );
}
