import { Route, Routes, useResolvedPath } from 'react-router-dom';
import { PermissionsOff } from '@domaindeck/backstage-plugin-workloads-react';
import { NewEnvironment } from '../EnvironmentForm';
import { EnvironmentList } from '../EnvironmentList';
import { TabBase } from '../parts/TabBase';

/** Everything of self-service environments on the page of a domain: the list, the form, and the page of each. */
export function EnvironmentsTab(): JSX.Element {
  const { pathname } = useResolvedPath('.');
  return (
    <TabBase path={pathname}>
      <PermissionsOff />
      <Routes>
        <Route path="new" element={<NewEnvironment />} />
        <Route path="*" element={<EnvironmentList />} />
      </Routes>
    </TabBase>
  );
}
