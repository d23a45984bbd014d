const TESTS = ['**/*.test.ts', '**/*.test.tsx', 'src/tests/**'];

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    '@backstage/no-mixed-plugin-imports': 'error',
    'import/no-restricted-paths': [
      'error',
      {
        basePath: __dirname,
        zones: [
          {
            target: './src/components',
            from: './src',
            except: [
              './components',
              './translation',
              './routes.ts',
              './legacyRoutes.ts',
            ],
            message: 'Components are loaded by the plugin, never back.',
          },
          {
            target: './src/components/!(WorkloadsTab)/**',
            from: './src/components/WorkloadsTab',
            message: 'A screen does not reach into another; share in parts.',
          },
          {
            target: './src/components/!(ClustersPage)/**',
            from: './src/components/ClustersPage',
            message: 'A screen does not reach into another; share in parts.',
          },
        ],
      },
    ],
  },
  overrides: [
    {
      // What the screens compute, without React, browser or clock.
      files: ['src/components/*/model/**/*.ts'],
      excludedFiles: TESTS,
      rules: {
        '@typescript-eslint/no-restricted-imports': [
          'error',
          {
            patterns: [
              {
                group: [
                  'react*',
                  '@material-ui/*',
                  '@backstage/*',
                  '!@backstage/catalog-model',
                  '!@backstage/errors',
                ],
                message: 'A model computes; React draws what it says.',
              },
            ],
          },
        ],
        'no-restricted-globals': [
          'error',
          { name: 'window', message: 'Pass what is needed in.' },
          { name: 'document', message: 'Pass what is needed in.' },
        ],
        'no-restricted-properties': [
          'error',
          { object: 'Date', property: 'now', message: 'Pass the time in.' },
        ],
      },
    },
    { files: TESTS, rules: { 'import/no-restricted-paths': 'off' } },
  ],
});
