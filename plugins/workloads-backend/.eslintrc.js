/** Folder A may import only the listed folders beside itself. Left may import right, never back. */
const LAYERS = {
  config: ['schema'],
  // The table of what is watched is shared; the rest of projection is not.
  clusters: ['config', 'clock', 'projection/rows.ts'],
  cache: ['projection', 'clusters', 'config', 'clock'],
  projection: [],
  entities: ['cache', 'projection', 'permissions'],
  permissions: ['entities'],
  live: ['cache', 'projection', 'entities'],
  workloads: ['live', 'cache', 'projection', 'entities', 'permissions'],
  paging: [],
  events: [
    'live',
    'cache',
    'projection',
    'entities',
    'permissions',
    'workloads',
    'paging',
  ],
  changes: [
    'live',
    'cache',
    'projection',
    'entities',
    'permissions',
    'workloads',
    'paging',
  ],
  inspection: [
    'clusters',
    'cache',
    'projection',
    'entities',
    'permissions',
    'workloads',
  ],
  objects: ['clusters', 'entities', 'permissions', 'workloads'],
  logs: [
    'live',
    'cache',
    'entities',
    'permissions',
    'workloads',
    // Only for the way to a cluster.
    'objects',
  ],
  metrics: ['live', 'entities', 'permissions', 'workloads', 'projection'],
  // Routes talk to the services' interfaces; what those are made of is none of their business.
  http: [
    'changes',
    'events',
    'inspection',
    'logs',
    'metrics',
    'objects',
    'workloads',
    'schema',
    'clock',
  ],
};

const PURE = ['src/projection/**/*.ts', 'src/cache/ResourceStore.ts'];
const TESTS = ['**/*.test.ts', '**/testUtils/**', 'src/tests/**'];

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    'import/no-restricted-paths': [
      'error',
      {
        basePath: __dirname,
        zones: [
          ...Object.entries(LAYERS).map(([layer, others]) => ({
            target: `./src/${layer}`,
            from: './src',
            except: [layer, ...others].map(folder => `./${folder}`),
            message: `src/${layer} may import ${
              others.length > 0 ? others.join(', ') : 'no other folder'
            }; see LAYERS in .eslintrc.js.`,
          })),
          {
            target: './src/**/Default*.ts',
            from: './src/**/Authorized*.ts',
            message: 'A service knows nothing of who guards it.',
          },
        ],
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
                group: ['@backstage/*', '!@backstage/errors', 'node:*'],
                message:
                  'A pure core has no framework, no network and no clock.',
              },
              { group: ['express*', 'undici'], message: 'No network here.' },
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
