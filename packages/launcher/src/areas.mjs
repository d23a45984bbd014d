/**
 * What `npm run test:only -- <area>` runs: paths that jest matches, the journey through the browser and what needs a real
 * control plane among them.
 * An area appears with the issue that builds it.
 */
export const AREAS = {
  permissions: [
    'plugins/access-',
    'plugins/access/',
    'plugins/permission-backend-module-access',
    'plugins/auth-backend-module-demo-people',
    'plugins/workloads-backend/src/permissions',
    'plugins/workloads-backend/src/workloads',
    'plugins/workloads-backend/src/tests/access',
    'plugins/workloads-backend/src/tests/decisions',
    'plugins/workloads-backend/src/tests/departments',
    'plugins/workloads-backend/src/tests/negative',
    'plugins/workloads-backend/src/tests/real/canaries',
    'plugins/workloads-backend/src/tests/real/clusterRights',
    'plugins/workloads-backend/src/tests/real/mistakes',
    'plugins/workloads-backend/src/tests/real/routeMatrix',
    'packages/e2e/src/journeys/live',
    'packages/e2e/src/journeys/access',
  ],
  live: [
    'packages/demo-clusters',
    'plugins/workloads-node',
    'plugins/workloads-backend/src/cache',
    'plugins/workloads-backend/src/clusters',
    'plugins/workloads-backend/src/projection',
    'plugins/workloads-backend/src/workloads',
    'plugins/workloads-backend/src/tests',
    'plugins/workloads-react/src/live',
    'packages/e2e/src/journeys/live',
  ],
  logs: [
    'packages/demo-clusters/src/tests/podLogs',
    'plugins/workloads-common/src/logs',
    'plugins/workloads-node/src/logs',
    'plugins/workloads-backend/src/logs',
    'plugins/workloads-backend-module-loki',
    'plugins/workloads-backend-module-demo',
    'plugins/workloads-backend/src/tests/logs',
    'plugins/workloads-react/src/logs',
    'plugins/workloads/src/components/LogsTab',
    'packages/e2e/src/journeys/logs',
  ],
  metrics: [
    'packages/demo-clusters/src/tests/metricHistory',
    'packages/demo-clusters/src/tests/usage',
    'plugins/workloads-node/src/metrics',
    'plugins/workloads-common/src/metrics',
    'plugins/workloads-backend/src/metrics',
    'plugins/workloads-backend/src/tests/metrics',
    'plugins/workloads-backend-module-prometheus',
    'plugins/workloads-backend-module-demo',
    'plugins/workloads-react/src/metrics',
    'plugins/workloads/src/components/MetricsTab',
    // Of a real store and a real cluster, where they are.
    'plugins/workloads-backend-module-prometheus/src/tests/real',
    'plugins/workloads-backend/src/tests/real/metrics',
    'packages/e2e/src/journeys/metrics',
  ],
  environments: [
    'plugins/environments-',
    'plugins/catalog-backend-module-environments',
  ],
};
