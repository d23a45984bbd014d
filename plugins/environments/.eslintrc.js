const TESTS = ['**/*.test.ts', '**/*.test.tsx', '**/__testUtils__/**'];

/** Screens; the tab leads to them, and none reaches into another. */
const SCREENS = [
  'EnvironmentList',
  'EnvironmentForm',
  'EnvironmentPage',
  'MyEnvironmentsPage',
  'MyEnvironmentsCard',
];

/** Folder A may import only the listed folders beside itself. */
const LAYERS = {
  model: [],
  live: [],
  translation: [],
  hooks: ['model', 'live', 'translation', 'environmentsApiRef.ts'],
  components: [
    'model',
    'live',
    'hooks',
    'translation',
    'routes.ts',
    'legacyRoutes.ts',
    'environmentsApiRef.ts',
  ],
};

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    '@backstage/no-mixed-plugin-imports': 'error',
    'import/no-restricted-paths': [
      'error',
      {
        basePath: __dirname,
        zones: [
          ...Object.entries(LAYERS).map(([layer, others]) => ({
            target: `./src/${layer}`,
            from: './src',
            except: [layer, ...others].map(folder => `./${folder}`),
            message: `src/${layer} may not import that; see LAYERS in .eslintrc.js.`,
          })),
          ...SCREENS.map(screen => ({
            target: `./src/components/!(${screen}|EnvironmentsTab)/**`,
            from: `./src/components/${screen}`,
            message: 'A screen does not reach into another; share in parts.',
          })),
        ],
      },
    ],
  },
  overrides: [
    {
      // What the screens compute, without React, browser or clock.
      files: ['src/model/**/*.ts'],
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
