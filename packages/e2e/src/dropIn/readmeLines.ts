/**
 * The lines that the README tells an adopter to add. The check adds exactly these, and asserts that the README still
 * says them.
 */
export const README_LINES = {
  backend: `backend.add(import('@domaindeck/backstage-plugin-workloads-backend'));`,
  classicImport: `import { EntityWorkloadsContent } from '@domaindeck/backstage-plugin-workloads/legacy';`,
  classicTab: `    <EntityLayout.Route path="/workloads" title="Workloads">
      <EntityWorkloadsContent />
    </EntityLayout.Route>`,
} as const;
