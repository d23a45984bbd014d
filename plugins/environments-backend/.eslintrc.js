/**
 * Folder A may import only the listed folders beside itself. Left may import right, never back. The pure core knows
 * nothing of who stores, drives or serves it; `plugin.ts` and `assembleServices.ts` know all.
 */
const CORE = ['objects', 'policy', 'lifecycle', 'clone'];
const LAYERS = {
  objects: [],
  policy: ['objects'],
  lifecycle: ['objects', 'policy'],
  clone: ['objects', 'policy'],
  store: CORE,
  drivers: CORE,
  config: CORE,
  domains: [...CORE, 'drivers'],
  traffic: [],
  capacity: ['store'],
  registries: ['objects', 'config'],
  planning: [...CORE, 'config', 'domains', 'drivers', 'registries', 'store'],
  permissions: [...CORE, 'store'],
  reconciler: [...CORE, 'config', 'domains', 'drivers', 'planning', 'store'],
  observer: [...CORE, 'drivers', 'reconciler', 'store', 'traffic'],
  environments: [
    ...CORE,
    'capacity',
    'config',
    'domains',
    'drivers',
    'permissions',
    'planning',
    'reconciler',
    'store',
    'traffic',
  ],
  http: ['environments'],
};

const PURE = CORE.map(layer => `src/${layer}/**/*.ts`);
const TESTS = ['**/*.test.ts', '**/__testUtils__/**', 'src/tests/**'];

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    'import/no-restricted-paths': [
      'error',
      {
        basePath: __dirname,
        zones: Object.entries(LAYERS).map(([layer, others]) => ({
          target: `./src/${layer}`,
          from: './src',
          except: [layer, ...others].map(folder => `./${folder}`),
          message: `src/${layer} may import ${
            others.length > 0 ? others.join(', ') : 'no other folder'
          }; see LAYERS in .eslintrc.js.`,
        })),
      },
    ],
  },
  overrides: [
    {
      files: PURE,
      excludedFiles: TESTS,
      rules: {
        '@typescript-eslint/no-restricted-imports': [
          'error',
          {
            patterns: [
              {
                // A digest is arithmetic: the same bytes give the same text.
                group: [
                  '@backstage/*',
                  '!@backstage/errors',
                  'node:*',
                  '!node:crypto',
                  '@domaindeck/*',
                  '!@domaindeck/backstage-plugin-environments-common',
                  '!@domaindeck/backstage-plugin-workloads-common',
                ],
                message:
                  'A pure core has no framework, no network and no clock.',
              },
              {
                group: ['express*', 'undici', 'knex'],
                message: 'No network here.',
              },
            ],
          },
        ],
        'no-restricted-globals': [
          'error',
          { name: 'fetch', message: 'No network here.' },
          { name: 'setTimeout', message: 'No clock here.' },
          { name: 'setInterval', message: 'No clock here.' },
        ],
        'no-restricted-properties': [
          'error',
          { object: 'Date', property: 'now', message: 'Pass the time in.' },
          { object: 'Math', property: 'random', message: 'Pass it in.' },
        ],
      },
    },
    { files: TESTS, rules: { 'import/no-restricted-paths': 'off' } },
    {
      // A suite over whatever cluster it is given: exporting tests is its purpose.
      files: ['src/tests/**/__testUtils__/describe*.ts'],
      rules: { 'jest/no-export': 'off' },
    },
  ],
});
