import { ComponentType } from 'react';
import { PermissionsOff } from '@domaindeck/backstage-plugin-workloads-react';

/** A screen with the strip on top that says when the portal holds nobody to any rights. */
export function underPermissions(Screen: ComponentType): () => JSX.Element {
  return function UnderPermissions() {
    return (
      <>
        <PermissionsOff />
        <Screen />
      </>
    );
  };
}
