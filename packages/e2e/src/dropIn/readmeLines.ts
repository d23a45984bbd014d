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
  classicImport: `import {
  EntityLogsContent,
  EntityMetricsContent,
  EntityUsageCard,
  EntityWorkloadsContent,
} from '@domaindeck/backstage-plugin-workloads/legacy';
import { EntityEnvironmentsContent } from '@domaindeck/backstage-plugin-environments/legacy';`,
  classicTab: `    <EntityLayout.Route path="/workloads" title="Workloads">
      <EntityWorkloadsContent />
    </EntityLayout.Route>
    <EntityLayout.Route path="/logs" title="Logs">
      <EntityLogsContent />
    </EntityLayout.Route>
    <EntityLayout.Route path="/metrics" title="Metrics">
      <EntityMetricsContent />
    </EntityLayout.Route>`,
  classicCard: `    <Grid item md={8} xs={12}>
      <EntityUsageCard />
    </Grid>`,
  classicDomainTab: `    <EntityLayout.Route path="/environments" title="Environments">
      <EntityEnvironmentsContent />
    </EntityLayout.Route>`,
} as const;
