import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('./demoSignIn'));

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(
  import('@domaindeck/backstage-plugin-catalog-backend-module-environments'),
);

backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import('@domaindeck/backstage-plugin-permission-backend-module-access'),
);

backend.add(import('@domaindeck/backstage-plugin-access-backend'));

backend.add(import('@domaindeck/backstage-plugin-environments-backend'));
backend.add(
  import(
    '@domaindeck/backstage-plugin-environments-backend-module-notifications'
  ),
);

backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-signals-backend'));

backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(
  import('@domaindeck/backstage-plugin-scaffolder-backend-module-environments'),
);

backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));

backend.add(import('@backstage/plugin-kubernetes-backend'));

backend.add(import('@domaindeck/backstage-plugin-workloads-backend'));
backend.add(
  import('@domaindeck/backstage-plugin-workloads-backend-module-loki'),
);
backend.add(
  import('@domaindeck/backstage-plugin-workloads-backend-module-prometheus'),
);
backend.add(import('./demoHistory'));

backend.start();
