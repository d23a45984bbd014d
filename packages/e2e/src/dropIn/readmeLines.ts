/**
 * The lines that the README tells an adopter to add. The check adds exactly these, and asserts that the README still
 * says them.
 */
export const README_LINES = {
  backend: `backend.add(import('@domaindeck/backstage-plugin-workloads-backend'));
backend.add(import('@domaindeck/backstage-plugin-environments-backend'));
backend.add(
  import('@domaindeck/backstage-plugin-catalog-backend-module-environments'),
);
backend.add(
  import(
    '@domaindeck/backstage-plugin-environments-backend-module-notifications'
  ),
);
backend.add(
  import(
    '@domaindeck/backstage-plugin-scaffolder-backend-module-environments'
  ),
);`,
  classicImport: `import { EntityWorkloadsContent } from '@domaindeck/backstage-plugin-workloads/legacy';
import { EntityEnvironmentsContent } from '@domaindeck/backstage-plugin-environments/legacy';`,
  classicTab: `    <EntityLayout.Route path="/workloads" title="Workloads">
      <EntityWorkloadsContent />
    </EntityLayout.Route>`,
  classicDomainTab: `    <EntityLayout.Route path="/environments" title="Environments">
      <EntityEnvironmentsContent />
    </EntityLayout.Route>`,
} as const;
