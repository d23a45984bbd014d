import { PackedPlugin } from './packSuite';
import { README_LINES } from './readmeLines';
import { FrontendSystem, StockPortal } from './StockPortal';

const ENTITY_PAGE = 'packages/app/src/components/catalog/EntityPage.tsx';

/** Adds the suite to a stock portal with the lines that the README tells, and nothing else. */
export function addSuite(
  portal: StockPortal,
  system: FrontendSystem,
  plugins: readonly PackedPlugin[],
): void {
  portal.addPlugins(plugins, {
    app: [
      '@domaindeck/backstage-plugin-workloads',
      '@domaindeck/backstage-plugin-environments',
    ],
    backend: [
      '@domaindeck/backstage-plugin-workloads-backend',
      '@domaindeck/backstage-plugin-environments-backend',
      '@domaindeck/backstage-plugin-environments-backend-module-notifications',
      '@domaindeck/backstage-plugin-catalog-backend-module-environments',
      '@domaindeck/backstage-plugin-scaffolder-backend-module-environments',
    ],
  });
  portal.insertAfter(
    'packages/backend/src/index.ts',
    'const backend = createBackend();',
    README_LINES.backend,
  );
  if (system === 'new') {
    return;
  }
  portal.insertAfter(
    ENTITY_PAGE,
    "import { Button, Grid } from '@material-ui/core';",
    README_LINES.classicImport,
  );
  for (const page of ['serviceEntityPage', 'systemPage', 'domainPage']) {
    portal.insertAfter(
      ENTITY_PAGE,
      `const ${page} = (\n  <EntityLayout>`,
      README_LINES.classicTab,
    );
  }
  portal.insertAfter(
    ENTITY_PAGE,
    `const overviewContent = (
  <Grid container spacing={3} alignItems="stretch">
    {entityWarningContent}`,
    README_LINES.classicCard,
  );
  portal.insertAfter(
    ENTITY_PAGE,
    `const domainPage = (\n  <EntityLayout>`,
    README_LINES.classicDomainTab,
  );
}
